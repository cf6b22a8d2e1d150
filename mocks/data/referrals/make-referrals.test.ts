import { describe, expect, test } from 'vitest'
import { delegatedFor } from '#domain/access/delegation.ts'
import { type Duty, everyDuty } from '#domain/access/duty.ts'
import { addDays, type CalendarDate } from '#domain/identity/calendar-date.ts'
import { checkTransition } from '#domain/referral/check-transition.ts'
import { clockState } from '#domain/referral/referral-clock.ts'
import { describeStatus, isLiveStatus, type ReferralStatus } from '#domain/referral/referral-status.ts'
import { type ReferralState, replayReferral } from '#domain/referral/replay-referral.ts'
import type { DemonstrationData, DemonstrationReferral } from '../demonstration-data.ts'
import { generateDemonstration } from '../generate-demonstration.ts'
import { entryDaysAgo } from './entry-day.ts'

function stateOf({ events }: DemonstrationReferral): ReferralState {
  const replay = replayReferral(events.map(({ event }) => event))
  if (replay.kind === 'broken') throw new Error(replay.message)
  return replay.state
}

function reached({ events }: DemonstrationReferral, status: ReferralStatus): boolean {
  return events.some(({ event }) => event.kind === 'moved' && event.to === status)
}

function clockOf(data: DemonstrationData, referral: DemonstrationReferral): string {
  const trial = data.trials.find(({ trialId }) => trialId === referral.trialId)
  const isExpedited = trial?.record.urgency === 'expedited'
  return clockState({ ...stateOf(referral), asOf: data.asOf, isExpedited, pausedDays: 0 }).state
}

function dutiesThen(
  { delegations }: DemonstrationData,
  { trialId, siteOrganisationId }: DemonstrationReferral,
  accountId: string,
  on: CalendarDate,
): readonly Duty[] {
  const log = delegations.map((line) => ({ ...line, endedOn: null }))
  const at = { trialId, organisationId: siteOrganisationId ?? '' }
  return everyDuty.filter((duty) => delegatedFor(log, accountId, duty, at, on))
}

// A Monday, a Saturday, the Sunday after Boxing Day and the morning after the clocks went back.
describe.each(['2026-08-03', '2026-08-01', '2026-12-27', '2026-10-26'])('referrals as of %s', (asOf) => {
  const data = generateDemonstration({ asOf })
  const { referrals } = data

  test('follow the funnel: 110 sent, 78 suitable, 52 consented, 34 enrolled, 16 failed in screening, 8 never sent', () => {
    const count = (status: ReferralStatus) => referrals.filter((referral) => reached(referral, status)).length
    expect(referrals).toHaveLength(118)
    expect(count('sent')).toBe(110)
    expect(count('pre-screen-pass')).toBe(78)
    expect(count('consented')).toBe(52)
    expect(count('screen-failed')).toBe(16)
    expect(count('enrolled')).toBe(34)
  })

  test('of those that wait for somebody 60 % are on time, 15 % due, 20 % overdue and 5 % escalated', () => {
    const clocks = referrals.map((referral) => clockOf(data, referral)).filter((state) => state !== 'none')
    const count = (state: string) => clocks.filter((clock) => clock === state).length
    expect(clocks).toHaveLength(40)
    expect(['onTime', 'due', 'overdue', 'escalated'].map(count)).toEqual([24, 6, 8, 2])
  })

  test('each step was allowed to the person who made it, with the reason and date it needs', () => {
    for (const referral of referrals) {
      const [created, ...moves] = referral.events
      expect(created?.event.kind).toBe('created')
      const patient = data.patients.find(({ patientId }) => patientId === referral.patientId)
      const { sentOn, consentedOn } = stateOf(referral)
      let status: ReferralStatus = 'referral-draft'
      for (const { accountId, event } of moves) {
        if (event.kind !== 'moved' || event.actor.kind !== 'person') throw new Error('A person moves a referral on')
        const check = checkTransition(
          {
            status,
            referringOrganisationId: referral.referringOrganisationId,
            siteOrganisationId: referral.siteOrganisationId ?? '',
            isTrialRecruiting: true,
            agreement: referral.agreement,
            sentOn,
            consentedOn,
            bornOn: patient?.record.bornOn ?? null,
            delegates: [],
          },
          event.to,
          { ...event.actor, duties: dutiesThen(data, referral, accountId, event.recordedOn) },
          {
            asOf: event.recordedOn,
            reason: event.reason ?? undefined,
            consentedOn: event.consentedOn ?? undefined,
            enrolledOn: event.enrolledOn ?? undefined,
          },
        )
        expect(check.kind === 'ok' ? 'ok' : check.message).toBe('ok')
        status = event.to
      }
    }
  })

  test('history runs forward, by the people of the accounts named', () => {
    for (const { events } of referrals) {
      const instants = events.map(({ event }) => event.recordedAt)
      expect(instants).toEqual([...new Set(instants)].sort())
      for (const { accountId, event } of events) {
        const account = data.accounts.find((candidate) => candidate.accountId === accountId)
        expect(event.actor).toEqual({ kind: 'person', role: account?.role, organisationId: account?.organisationId })
        expect(event.recordedAt.slice(0, 10)).toBe(event.recordedOn)
      }
    }
  })

  test('a patient has one live referral to a trial at most, and nobody referred has died', () => {
    const live = referrals.filter((referral) => isLiveStatus(stateOf(referral).status))
    const keys = live.map(({ patientId, trialId }) => `${patientId} ${trialId}`)
    expect(new Set(keys).size).toBe(keys.length)
    const dead = new Set(data.patients.filter(({ record }) => record.diedOn !== null).map(({ patientId }) => patientId))
    expect(referrals.filter(({ patientId }) => dead.has(patientId))).toEqual([])
  })

  test('go from the organisation of the patient to an open site of the trial that had opened by then', () => {
    for (const referral of referrals) {
      const patient = data.patients.find(({ patientId }) => patientId === referral.patientId)
      expect(patient?.organisationId).toBe(referral.referringOrganisationId)
      if (referral.siteId === null) continue
      const trial = data.trials.find(({ trialId }) => trialId === referral.trialId)
      const place = trial?.sites.findIndex(({ siteId }) => siteId === referral.siteId) ?? -1
      expect(trial?.record.sites[place]?.recruitmentStatus).toBe('open')
      expect(trial?.sites[place]?.organisationId).toBe(referral.siteOrganisationId)
      expect((trial?.sites[place]?.openedOn ?? '9999') < stateOf(referral).createdOn).toBe(true)
    }
  })

  test('nothing was sent without the agreement of the patient, a site and the record that was shared', () => {
    for (const referral of referrals) {
      const { sentOn } = stateOf(referral)
      expect(referral.sharing === null).toBe(sentOn === null)
      expect(referral.agreement === null).toBe(sentOn === null)
      if (sentOn === null) continue
      expect(referral.siteId).not.toBeNull()
      expect((referral.agreement?.agreedOn ?? '9999') <= sentOn).toBe(true)
    }
    expect(referrals.filter(({ sharing }) => (sharing?.withheldRowIds.length ?? 0) > 0).length).toBeGreaterThan(0)
  })

  test('the first organisation has overdue referrals that it sent and overdue ones that it received', () => {
    const first = data.organisations[0]?.organisationId
    const overdue = referrals.filter((referral) => ['overdue', 'escalated'].includes(clockOf(data, referral)))
    expect(overdue.filter((each) => each.referringOrganisationId === first).length).toBeGreaterThanOrEqual(2)
    expect(overdue.filter((each) => each.siteOrganisationId === first).length).toBeGreaterThanOrEqual(2)
  })

  test('every ending that takes a reason has a coded one', () => {
    for (const referral of referrals) {
      const { status, reason } = stateOf(referral)
      expect(reason === null).toBe(describeStatus(status).reasonLists.length === 0)
    }
  })
})

describe('the day on which a referral came to its status', () => {
  test('gives the clock that is asked for', () => {
    for (const wanted of ['onTime', 'due', 'overdue', 'escalated'] as const) {
      const daysAgo = entryDaysAgo('pre-screening', wanted, false, '2026-08-06') ?? 0
      const enteredOn = addDays('2026-08-06', -daysAgo)
      const question = {
        status: 'pre-screening',
        enteredOn,
        asOf: '2026-08-06',
        isExpedited: false,
        pausedDays: 0,
      } as const
      expect(clockState(question).state).toBe(wanted)
    }
  })

  test('does not exist where the weekend stands against it', () => {
    expect(entryDaysAgo('sent', 'due', false, '2026-08-01')).toBeNull()
  })
})

test('a smaller caseload has proportionally fewer referrals', () => {
  expect(generateDemonstration({ asOf: '2026-08-03', patientCount: 60 }).referrals.length).toBeLessThan(40)
  expect(generateDemonstration({ asOf: '2026-08-03', patientCount: 0 }).referrals).toEqual([])
})
