import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dutiesOfRole } from '../access/duty.ts'
import { type Role, roles } from '../access/role.ts'
import { addDays, type CalendarDate } from '../identity/calendar-date.ts'
import { allowedTransitions, checkTransition } from './check-transition.ts'
import { reasonsForStatus } from './reasons-for-status.ts'
import type { DelegatedActor } from './referral-actor.ts'
import type { ReferralEvent, ReferralMoved } from './referral-event.ts'
import type { ReferralStatus } from './referral-status.ts'
import { transitionsFrom } from './referral-transition.ts'
import { type ReferralState, replayReferral } from './replay-referral.ts'

const parties = { referringOrganisationId: 'ZZ001', siteOrganisationId: 'ZZ009' }

describe('replayReferral', () => {
  it('tells where a referral stands and when it came there', () => {
    const events = [
      created('2026-06-01'),
      moved('referral-draft', 'sent', '2026-06-02', 'oncologist'),
      moved('sent', 'received', '2026-06-03', 'site-nurse'),
      moved('received', 'pre-screening', '2026-06-04', 'site-nurse'),
      { ...moved('pre-screening', 'pre-screen-fail', '2026-06-08', 'site-nurse'), reason: 'SF03' },
    ]
    expect(stateAfter(events)).toEqual({
      status: 'pre-screen-fail',
      enteredOn: '2026-06-08',
      furthestStatus: 'pre-screening',
      createdOn: '2026-06-01',
      sentOn: '2026-06-02',
      consentedOn: null,
      enrolledOn: null,
      reason: 'SF03',
      eventCount: 5,
    })
  })

  it('is a draft after its first event', () => {
    expect(stateAfter([created('2026-06-01')])).toMatchObject({ status: 'referral-draft', enteredOn: '2026-06-01' })
  })

  it.each<[string, ReferralEvent[], string]>([
    ['nothing at all', [], 'The first event must be "created".'],
    ['a history without its beginning', [moved('referral-draft', 'sent', '2026-06-02', 'nurse')], 'must be "created"'],
    ['two beginnings', [created('2026-06-01'), created('2026-06-01')], 'Event 2: a referral is created once only.'],
    [
      'a lost event',
      [created('2026-06-01'), moved('sent', 'received', '2026-06-03', 'site-nurse')],
      'Event 2: it leaves "sent", but the referral was "referral-draft".',
    ],
    [
      'a step that the table does not have',
      [created('2026-06-01'), moved('referral-draft', 'enrolled', '2026-06-03', 'investigator')],
      'Event 2: no allowed transition leads from "referral-draft" to "enrolled".',
    ],
    [
      'a step by a role that cannot make it',
      [created('2026-06-01'), moved('referral-draft', 'sent', '2026-06-03', 'site-nurse')],
      'Event 2: "sent" was recorded by somebody whose role cannot.',
    ],
    [
      'a step by the software',
      [
        created('2026-06-01'),
        { ...moved('referral-draft', 'sent', '2026-06-03', 'nurse'), actor: { kind: 'software' } },
      ],
      'Event 2: "sent" was recorded by somebody whose role cannot.',
    ],
  ])('calls %s broken and says where', (_, events, message) => {
    const replay = replayReferral(events)
    expect(replay).toMatchObject({ kind: 'broken', message: expect.stringContaining(message) })
  })

  it('calls consent without its date broken', () => {
    const upToApproached = walk([0, 0, 0, 0, 0]).events
    const undated = moved('approached', 'consented', '2026-07-01', 'site-nurse')
    expect(replayReferral([...upToApproached, undated])).toMatchObject({
      kind: 'broken',
      message: 'Event 7: consentedOn is missing.',
    })
  })

  it('replays every walk through allowed transitions to the status walked to', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 50 }), { maxLength: 12 }), (choices) => {
        const { events, status, enteredOn } = walk(choices)
        expect(replayReferral(events)).toMatchObject({
          kind: 'replayed',
          state: { status, enteredOn, eventCount: events.length },
        })
      }),
    )
  })

  it('finds every lost event of a walk, except a last one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 50 }), { minLength: 2, maxLength: 12 }), fc.nat(), (choices, which) => {
        const { events } = walk(choices)
        fc.pre(events.length >= 3)
        const lost = which % (events.length - 1)
        expect(replayReferral(events.toSpliced(lost, 1)).kind).toBe('broken')
      }),
    )
  })

  it('walks as far as enrolment', () => {
    const walked = walk([0, 0, 0, 0, 0, 0, 0, 0])
    expect(stateAfter(walked.events)).toMatchObject({
      status: 'enrolled',
      furthestStatus: 'enrolled',
      consentedOn: '2026-06-07',
      enrolledOn: '2026-06-09',
    })
  })
})

/** A referral moved once for every choice, by whoever may, a day apart; it stays where it has ended. */
function walk(choices: readonly number[]) {
  let status: ReferralStatus = 'referral-draft'
  let enteredOn: CalendarDate = '2026-06-01'
  let sentOn: CalendarDate | null = null
  let consentedOn: CalendarDate | null = null
  const events: ReferralEvent[] = [created(enteredOn)]
  for (const choice of choices) {
    const steps = transitionsFrom(status)
    const step = steps[choice % steps.length]
    if (!step) break
    const actor = everybody.find((each) => allowedTransitions({ ...parties, status }, each).includes(step))
    if (!actor) throw new Error(`Nobody may move a referral from ${status} to ${step.to}.`)
    const on = addDays(enteredOn, 1)
    const event: ReferralMoved = {
      ...moved(status, step.to, on, actor.role),
      reason: reasonsForStatus(step.to)[0]?.code ?? null,
      consentedOn: step.needs === 'consentedOn' ? on : null,
      enrolledOn: step.needs === 'enrolledOn' ? on : null,
    }
    expect(
      checkTransition({ ...known, status, sentOn, consentedOn }, step.to, actor, {
        asOf: on,
        reason: event.reason ?? undefined,
        consentedOn: event.consentedOn ?? undefined,
        enrolledOn: event.enrolledOn ?? undefined,
      }),
    ).toMatchObject({ kind: 'ok' })
    events.push(event)
    status = step.to
    enteredOn = on
    if (step.to === 'sent') sentOn = on
    consentedOn = event.consentedOn ?? consentedOn
  }
  return { events, status, enteredOn }
}

const agreement = { agreedOn: '2026-06-01', recordedBy: 'Dr A. Demo', method: 'in-person' } as const
const known = { ...parties, isTrialRecruiting: true, agreement, bornOn: '1960-02-29', delegates: [] }

const everybody: readonly DelegatedActor[] = roles.map(({ role }) => person(role))

function person(role: Role): DelegatedActor {
  const isOfSite = role === 'site-nurse' || role === 'investigator'
  return { kind: 'person', role, organisationId: isOfSite ? 'ZZ009' : 'ZZ001', duties: dutiesOfRole(role) }
}

function created(recordedOn: CalendarDate): ReferralEvent {
  return { kind: 'created', actor: person('oncologist'), recordedOn, recordedAt: `${recordedOn}T10:00:00Z` }
}

function moved(from: ReferralStatus, to: ReferralStatus, recordedOn: CalendarDate, role: Role): ReferralMoved {
  return {
    kind: 'moved',
    actor: person(role),
    recordedOn,
    recordedAt: `${recordedOn}T10:00:00Z`,
    from,
    to,
    reason: null,
    otherReasons: [],
    note: null,
    consentedOn: null,
    enrolledOn: null,
  }
}

function stateAfter(events: readonly ReferralEvent[]): ReferralState {
  const replay = replayReferral(events)
  if (replay.kind === 'broken') throw new Error(replay.message)
  return replay.state
}
