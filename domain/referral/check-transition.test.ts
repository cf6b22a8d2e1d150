import { describe, expect, it } from 'vitest'
import { type Duty, dutiesOfRole } from '../access/duty.ts'
import { type Role, roles } from '../access/role.ts'
import type { CalendarDate } from '../identity/calendar-date.ts'
import {
  allowedTransitions,
  checkTransition,
  type MovableReferral,
  type TransitionDetails,
} from './check-transition.ts'
import type { ActorNow, DelegatedActor } from './referral-actor.ts'
import { type ReferralStatus, referralStatuses } from './referral-status.ts'

const parties = { referringOrganisationId: 'ZZ001', siteOrganisationId: 'ZZ009' }
const asOf = '2026-07-06'
const software: ActorNow = { kind: 'software' }
const oncologist = person('oncologist', 'ZZ001')
const nurse = person('nurse', 'ZZ001')
const siteNurse = person('site-nurse', 'ZZ009')
const investigator = person('investigator', 'ZZ009')

describe('allowedTransitions', () => {
  it.each([
    ['the oncologist', oncologist, 'referral-draft', ['sent', 'cancelled']],
    ['the specialist nurse', nurse, 'sent', ['declined', 'cancelled']],
    ['the research nurse', siteNurse, 'sent', ['received', 'declined']],
    ['the research nurse', siteNurse, 'pre-screening', ['pre-screen-pass', 'pre-screen-fail', 'declined']],
    ['the research nurse', siteNurse, 'consented', []],
    ['the investigator', investigator, 'consented', ['eligible', 'screen-failed']],
    ['the investigator', investigator, 'eligible', ['enrolled', 'screen-failed']],
    ['the research nurse', siteNurse, 'eligible', ['enrolled']],
    ['the oncologist', oncologist, 'consented', []],
    ['the investigator', investigator, 'cancelled', []],
  ] as const)('%s: from %3$s', (_, actor, status, to) => {
    expect(allowedTransitions({ ...parties, status }, actor).map((transition) => transition.to)).toEqual(to)
  })

  it('gives the software, other roles and other organisations nothing in any status', () => {
    const outsiders: ActorNow[] = [
      software,
      person('oncologist', 'ZZ009'),
      person('site-nurse', 'ZZ001'),
      person('investigator', 'ZZ002'),
      ...roles
        .map(({ role }) => role)
        .filter((role) => !['oncologist', 'nurse', 'site-nurse', 'investigator'].includes(role))
        .flatMap((role) => [person(role, 'ZZ001'), person(role, 'ZZ009')]),
    ]
    for (const { status } of referralStatuses) {
      for (const actor of outsiders) expect(allowedTransitions({ ...parties, status }, actor)).toEqual([])
    }
  })

  it('keeps the two sides apart where one organisation is both', () => {
    const own = { referringOrganisationId: 'ZZ001', siteOrganisationId: 'ZZ001', status: 'sent' as const }
    expect(allowedTransitions(own, nurse).map(({ to }) => to)).toEqual(['declined', 'cancelled'])
    expect(allowedTransitions(own, person('site-nurse', 'ZZ001')).map(({ to }) => to)).toEqual(['received', 'declined'])
  })
})

describe('checkTransition', () => {
  it('moves a referral along when everything is in order', () => {
    const check = checkTransition(referral('sent'), 'received', siteNurse, { asOf })
    expect(check).toMatchObject({ kind: 'ok', transition: { to: 'received', verb: 'Acknowledge receipt' } })
  })

  it('refuses a step that is not in the table and names the steps that are', () => {
    expect(checkTransition(referral('sent'), 'enrolled', investigator, { asOf })).toEqual({
      kind: 'refused',
      refusal: 'notAllowed',
      message: 'A referral that is "Sent" cannot become "Enrolled".',
      remedy: 'Choose one of the next steps: "Received", "Declined by patient", "Cancelled by referrer".',
    })
    expect(checkTransition(referral('cancelled'), 'sent', oncologist, { asOf })).toMatchObject({
      refusal: 'notAllowed',
      remedy: 'It has ended; a new referral can be made instead.',
    })
  })

  it('never lets software set suitable at pre-screen or eligible', () => {
    expect(checkTransition(referral('pre-screening'), 'pre-screen-pass', software, { asOf })).toMatchObject({
      refusal: 'wrongRole',
    })
    expect(checkTransition(referral('consented'), 'eligible', software, { asOf })).toMatchObject({
      refusal: 'wrongRole',
    })
  })

  it('lets nobody but an investigator of the receiving site confirm eligibility', () => {
    const hale = { name: 'Dr Hale', role: 'investigator', duties: ['principalInvestigator'] } as const
    const consented = { ...referral('consented'), delegates: [hale] }
    expect(checkTransition(consented, 'eligible', investigator, { asOf })).toMatchObject({ kind: 'ok' })
    for (const { role } of roles.filter((each) => each.role !== 'investigator')) {
      for (const organisationId of ['ZZ001', 'ZZ009']) {
        const check = checkTransition(consented, 'eligible', person(role, organisationId), { asOf })
        const isColleague = role === 'site-nurse' && organisationId === 'ZZ009'
        const remedy = isColleague ? 'Ask Dr Hale.' : 'Ask an investigator of the receiving site.'
        expect(check).toMatchObject({ refusal: 'wrongRole', remedy })
      }
    }
    expect(checkTransition(consented, 'eligible', person('investigator', 'ZZ001'), { asOf })).toMatchObject({
      refusal: 'wrongOrganisation',
    })
  })

  describe('sending', () => {
    const draft = referral('referral-draft')

    it('goes out with the patient’s agreement to a trial that recruits', () => {
      expect(checkTransition(draft, 'sent', oncologist, { asOf })).toMatchObject({ kind: 'ok' })
    })

    it('needs the patient’s agreement', () => {
      const check = checkTransition({ ...draft, agreement: null }, 'sent', oncologist, { asOf })
      expect(check).toMatchObject({ refusal: 'agreementMissing' })
    })

    function sentWith(agreedOn: CalendarDate, bornOn: CalendarDate | null) {
      const agreement = { agreedOn, recordedBy: 'Dr A. Demo', method: 'in-person' } as const
      return checkTransition({ ...draft, agreement, bornOn }, 'sent', oncologist, { asOf })
    }

    it.each([
      ['1900-01-01', 'refused'],
      ['2026-01-03', 'refused'],
      ['2026-01-04', 'ok'],
      ['2026-01-05', 'ok'],
      ['2026-07-05', 'ok'],
      ['2026-07-06', 'ok'],
      ['2026-07-07', 'refused'],
    ])('an agreement dated %s on 6 July is %s, whether or not the birth is known', (agreedOn, kind) => {
      for (const bornOn of ['1960-02-29', null]) expect(sentWith(agreedOn, bornOn)).toMatchObject({ kind })
    })

    it('says that an agreement of 184 days ago has to be asked for again', () => {
      expect(sentWith('2026-01-03', null)).toEqual({
        kind: 'refused',
        refusal: 'dateNotPossible',
        message: 'The agreement of 03-Jan-2026 is more than 183 days old.',
        remedy: 'Ask the patient again and give the new date, or correct it: from 04-Jan-2026 to 06-Jul-2026.',
      })
    })

    it.each([
      ['2026-05-31', 'refused'],
      ['2026-06-01', 'ok'],
      ['2026-06-02', 'ok'],
    ])('an agreement dated %s for a child born on 1 June is %s', (agreedOn, kind) => {
      expect(sentWith(agreedOn, '2026-06-01')).toMatchObject({ kind })
    })

    it('says that an agreement came before birth, however old it is', () => {
      expect(sentWith('1900-01-01', '1960-02-29')).toEqual({
        kind: 'refused',
        refusal: 'dateNotPossible',
        message: 'An agreement on 01-Jan-1900 would come before the birth of the patient.',
        remedy: 'Correct the date of agreement, or the date of birth in the record where that is wrong.',
      })
    })

    it('is blocked by a trial that is closed, which does not block what was sent before', () => {
      const closed = { ...draft, isTrialRecruiting: false }
      expect(checkTransition(closed, 'sent', oncologist, { asOf })).toMatchObject({ refusal: 'trialNotOpen' })
      const sentBefore = { ...closed, status: 'sent' } as const
      expect(checkTransition(sentBefore, 'received', siteNurse, { asOf })).toMatchObject({ kind: 'ok' })
    })
  })

  describe('coded reasons', () => {
    it.each([
      ['pre-screening', 'pre-screen-fail', siteNurse, 'SF03'],
      ['pre-screening', 'pre-screen-fail', siteNurse, 'OT02'],
      ['approached', 'declined', nurse, 'PD04'],
      ['consented', 'screen-failed', investigator, 'SF07'],
      ['sent', 'cancelled', oncologist, 'OT08'],
    ] as const)('%s to %s is refused without a reason and goes through with one', (from, to, actor, reason) => {
      expect(checkTransition(referral(from), to, actor, { asOf })).toMatchObject({ refusal: 'reasonRequired' })
      expect(checkTransition(referral(from), to, actor, { asOf, reason: '' })).toMatchObject({
        refusal: 'reasonRequired',
      })
      expect(checkTransition(referral(from), to, actor, { asOf, reason })).toMatchObject({ kind: 'ok' })
    })

    it('says which codes can be chosen', () => {
      expect(checkTransition(referral('pre-screening'), 'pre-screen-fail', siteNurse, { asOf })).toMatchObject({
        remedy: 'Choose one of SF01 to SF25 or OT01 to OT14.',
      })
    })

    it.each([
      ['a code that no list has', { reason: 'PD99' }, '"PD99" is not a reason code.'],
      ['a code of another list', { reason: 'SF01' }, 'Reason SF01 does not go with "Declined by patient".'],
      [
        'a second code of another list',
        { reason: 'PD01', otherReasons: ['OT01'] },
        'Reason OT01 does not go with "Declined by patient".',
      ],
      ['the same code twice', { reason: 'PD01', otherReasons: ['PD02', 'PD01'] }, 'Reason PD01 is given twice.'],
    ])('refuses %s', (_, reasons, message) => {
      const check = checkTransition(referral('approached'), 'declined', nurse, { asOf, ...reasons })
      expect(check).toMatchObject({ refusal: 'unknownReason', message })
    })

    it('takes further reasons beside the first', () => {
      const reasons = { reason: 'PD04', otherReasons: ['PD05', 'PD10'] }
      const check = checkTransition(referral('approached'), 'declined', siteNurse, { asOf, ...reasons })
      expect(check).toMatchObject({ kind: 'ok' })
    })

    it('takes no reason for a step forward', () => {
      const check = checkTransition(referral('sent'), 'received', siteNurse, { asOf, reason: 'SF01' })
      expect(check).toMatchObject({ refusal: 'unknownReason', remedy: 'Leave the reason out; this step takes none.' })
    })
  })

  describe('dates', () => {
    it.each([
      [undefined, 'dateRequired'],
      ['1900-01-01', 'dateNotPossible'],
      ['2026-06-01', 'dateNotPossible'],
      ['2026-06-02', null],
      ['2026-06-03', null],
      ['2026-07-05', null],
      ['2026-07-06', null],
      ['2026-07-07', 'dateNotPossible'],
    ])('consent on %s, sent on 2 June and recorded on 6 July: %s', (consentedOn, refusal) => {
      const details: TransitionDetails = { asOf, consentedOn }
      const check = checkTransition(referral('approached'), 'consented', siteNurse, details)
      expect(check.kind === 'refused' ? check.refusal : null).toBe(refusal)
    })

    it('names the days on which consent was possible', () => {
      const details: TransitionDetails = { asOf, consentedOn: '2026-06-01' }
      expect(checkTransition(referral('approached'), 'consented', siteNurse, details)).toMatchObject({
        message: 'Consent on 01-Jun-2026 would come before the referral was sent on 02-Jun-2026.',
        remedy: 'Give a date from 02-Jun-2026 to 06-Jul-2026.',
      })
    })

    it('checks against today alone where the earlier day is not known', () => {
      const unknown = { sentOn: null, consentedOn: null, bornOn: null }
      const consent = (consentedOn: CalendarDate) =>
        checkTransition({ ...referral('approached'), ...unknown }, 'consented', siteNurse, { asOf, consentedOn })
      const enrolment = (enrolledOn: CalendarDate) =>
        checkTransition({ ...referral('eligible'), ...unknown }, 'enrolled', siteNurse, { asOf, enrolledOn })
      for (const checked of [consent, enrolment]) {
        expect(checked('2026-06-01')).toMatchObject({ kind: 'ok' })
        expect(checked('2026-07-07')).toMatchObject({ refusal: 'dateNotPossible' })
      }
    })

    it.each([
      [undefined, 'dateRequired'],
      ['1901-01-01', 'dateNotPossible'],
      ['2026-06-14', 'dateNotPossible'],
      ['2026-06-15', null],
      ['2026-06-16', null],
      ['2026-07-06', null],
      ['2026-07-07', 'dateNotPossible'],
    ])('enrolment on %s after consent on 15 June: %s', (enrolledOn, refusal) => {
      const details: TransitionDetails = { asOf, enrolledOn }
      const check = checkTransition(referral('eligible'), 'enrolled', siteNurse, details)
      expect(check.kind === 'refused' ? check.refusal : null).toBe(refusal)
    })
  })
})

function referral(status: ReferralStatus): MovableReferral {
  return {
    ...parties,
    status,
    isTrialRecruiting: true,
    agreement: { agreedOn: '2026-06-01', recordedBy: 'Dr A. Demo', method: 'in-person' },
    sentOn: '2026-06-02',
    consentedOn: '2026-06-15',
    bornOn: '1960-02-29',
    delegates: [],
  }
}

function person(role: Role, organisationId: string, duties: readonly Duty[] = dutiesOfRole(role)): DelegatedActor {
  return { kind: 'person', role, organisationId, duties }
}
