import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Delegate } from '../access/delegation.ts'
import { type Duty, dutiesOfRole, everyDuty } from '../access/duty.ts'
import { type Role, roles } from '../access/role.ts'
import { allowedTransitions, checkTransition, type MovableReferral, transitionsOfOthers } from './check-transition.ts'
import type { DelegatedActor } from './referral-actor.ts'
import { type ReferralStatus, referralStatuses } from './referral-status.ts'
import { transitionsFrom } from './referral-transition.ts'

const statuses = referralStatuses.map(({ status }) => status)
const parties = { referringOrganisationId: 'ZZ001', siteOrganisationId: 'ZZ009' }

/** Written by hand from the roles on a site's team: what somebody of the site must be delegated to do for a step. */
const neededFor: Readonly<Partial<Record<ReferralStatus, readonly Duty[]>>> = {
  received: everyDuty,
  'pre-screening': everyDuty,
  'pre-screen-pass': ['principalInvestigator', 'subInvestigator', 'preScreening'],
  'pre-screen-fail': ['principalInvestigator', 'subInvestigator', 'preScreening'],
  approached: everyDuty,
  declined: everyDuty,
  consented: ['consent'],
  eligible: ['principalInvestigator'],
  'screen-failed': ['principalInvestigator', 'subInvestigator'],
  enrolled: everyDuty,
}

function at(role: Role, duties: readonly Duty[], organisationId = 'ZZ009'): DelegatedActor {
  return { kind: 'person', role, organisationId, duties }
}

function referral(status: ReferralStatus, delegates: readonly Delegate[] = []): MovableReferral {
  return {
    ...parties,
    status,
    isTrialRecruiting: true,
    agreement: null,
    sentOn: '2026-06-02',
    consentedOn: '2026-06-15',
    bornOn: null,
    delegates,
  }
}

describe('steps of the site', () => {
  it('are open to nobody who lacks the duty, the role or the organisation for them', () => {
    const anybody = fc.record({
      status: fc.constantFrom(...statuses),
      role: fc.constantFrom(...roles.map((each) => each.role)),
      organisationId: fc.constantFrom('ZZ001', 'ZZ009', 'ZZ005'),
      duties: fc.subarray([...everyDuty]),
    })
    fc.assert(
      fc.property(anybody, ({ status, role, organisationId, duties }) => {
        for (const { to } of allowedTransitions({ ...parties, status }, at(role, duties, organisationId))) {
          if (role === 'oncologist' || role === 'nurse') {
            expect(organisationId).toBe('ZZ001')
            continue
          }
          expect(['site-nurse', 'investigator']).toContain(role)
          expect(organisationId).toBe('ZZ009')
          expect((neededFor[to] ?? []).some((duty) => duties.includes(duty))).toBe(true)
        }
      }),
    )
  })

  it('are open with exactly one duty that suffices, to an investigator', () => {
    for (const status of statuses) {
      for (const duty of everyDuty) {
        const open = allowedTransitions({ ...parties, status }, at('investigator', [duty])).map(({ to }) => to)
        const expected = transitionsFrom(status).filter(({ to }) => neededFor[to]?.includes(duty))
        expect(open).toEqual(expected.map(({ to }) => to))
      }
    }
  })

  it('are all closed to who is not on the log', () => {
    for (const status of statuses) {
      for (const role of ['site-nurse', 'investigator'] as const) {
        expect(allowedTransitions({ ...parties, status }, at(role, []))).toEqual([])
      }
    }
  })

  it('a role that cannot confirm eligibility cannot be delegated to', () => {
    expect(dutiesOfRole('site-nurse')).not.toContain('principalInvestigator')
    const nurse = at('site-nurse', everyDuty)
    expect(allowedTransitions({ ...parties, status: 'consented' }, nurse)).toEqual([])
  })
})

describe('whoever lacks the duty', () => {
  const hale: Delegate = { name: 'Dr Hale', role: 'investigator', duties: ['principalInvestigator'] }
  const asOf = '2026-07-06'

  it('is told which duty a step needs and who has it', () => {
    expect(
      checkTransition(referral('consented', [hale]), 'eligible', at('investigator', ['subInvestigator']), { asOf }),
    ).toEqual({
      kind: 'refused',
      refusal: 'notDelegated',
      message:
        'To record "Eligible, confirmed by PI" somebody needs "Principal investigator" on the delegation log of this trial at your site.',
      remedy: 'Ask Dr Hale.',
    })
  })

  it('is sent to an administrator where nobody has it', () => {
    const nurse: Delegate = { name: 'Nurse', role: 'site-nurse', duties: ['coordination'] }
    const check = checkTransition(referral('consented', [nurse]), 'eligible', at('investigator', ['consent']), { asOf })
    expect(check).toMatchObject({
      remedy: 'Ask an administrator of your organisation to put somebody on the log for it.',
    })
  })

  it('sees the step as one of others, and the referrer sees none of the site’s', () => {
    const consented = { ...parties, status: 'consented' as const }
    expect(transitionsOfOthers(consented, at('site-nurse', ['coordination'])).map(({ to }) => to)).toEqual([
      'eligible',
      'screen-failed',
    ])
    expect(transitionsOfOthers(consented, at('investigator', ['principalInvestigator']))).toEqual([])
    expect(transitionsOfOthers(consented, at('oncologist', [], 'ZZ001'))).toEqual([])
  })
})
