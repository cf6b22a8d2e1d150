import { describe, expect, test } from 'vitest'
import { dutiesOfRole } from '#domain/access/duty.ts'
import type { Role } from '#domain/access/role.ts'
import type { ReferralStatus } from '#domain/referral/referral-status.ts'
import type { Caller } from '../../plugins/operation.ts'
import { actorOf, mayEditDraft, movesOfOthers, nextMoves, viewerOf } from './referral-policy.ts'

const hospital = 'the referring hospital'
const site = 'the receiving site'
const elsewhere = 'another hospital'
const trialId = 'the trial'

function somebody(role: Role, organisationId: string | null): Caller {
  const place = { code: 'ZZ001', name: 'An organisation', latitude: null, longitude: null }
  return {
    accountId: 'an account',
    name: 'Somebody',
    role,
    organisation: organisationId === null ? null : { organisationId, ...place },
    teamIds: [],
    namedRoles: [],
    openedPatientIds: [],
    trialDuties: dutiesOfRole(role).map((duty) => ({ trialId, duty })),
  }
}

function moves(status: ReferralStatus, role: Role, organisationId: string) {
  const caller = somebody(role, organisationId)
  const toOrganisationId = status === 'referral-draft' ? null : site
  return nextMoves(
    { status, fromOrganisationId: hospital, toOrganisationId },
    actorOf(caller, viewerOf(caller), trialId),
  )
}

const targets = (...asked: Parameters<typeof moves>) => moves(...asked).map(({ to }) => to)

describe('who looks at referrals', () => {
  test('the treating team looks from its own side, the site from the other', () => {
    expect(viewerOf(somebody('nurse', hospital)).side).toBe('referrer')
    expect(viewerOf(somebody('oncologist', hospital)).side).toBe('referrer')
    expect(viewerOf(somebody('site-nurse', site)).side).toBe('site')
    expect(viewerOf(somebody('investigator', site)).side).toBe('site')
  })

  test('nobody without an organisation, and no role outside the care of the patient', () => {
    expect(() => viewerOf(somebody('oncologist', null))).toThrow('your account belongs to none')
    expect(() => viewerOf(somebody('trust-lead', hospital))).toThrow()
    expect(() => viewerOf(somebody('administrator', hospital))).toThrow()
  })
})

describe('the next steps offered', () => {
  test('a draft can be cancelled by its hospital; sending has its own form and is no button', () => {
    expect(targets('referral-draft', 'nurse', hospital)).toEqual(['cancelled'])
    expect(targets('referral-draft', 'nurse', elsewhere)).toEqual([])
    expect(targets('referral-draft', 'investigator', site)).toEqual([])
  })

  test('the site acknowledges what was sent to it; nobody at another site can', () => {
    expect(targets('sent', 'site-nurse', site)).toEqual(['received', 'declined'])
    expect(targets('sent', 'site-nurse', elsewhere)).toEqual([])
  })

  test('only an investigator confirms that a patient is eligible or fails the screening', () => {
    expect(targets('consented', 'site-nurse', site)).toEqual([])
    expect(targets('consented', 'investigator', site)).toEqual(['eligible', 'screen-failed'])
    expect(targets('consented', 'oncologist', hospital)).toEqual([])
  })

  test('somebody who is on the log of another trial only may take none', () => {
    const nurse = somebody('site-nurse', site)
    const actor = actorOf(nurse, viewerOf(nurse), 'another trial')
    const standing = { status: 'sent', fromOrganisationId: hospital, toOrganisationId: site } as const
    expect(nextMoves(standing, actor)).toEqual([])
    const delegates = [{ name: 'Dr Hale', role: 'investigator', duties: ['principalInvestigator'] }] as const
    expect(movesOfOthers(standing, actor, delegates)).toMatchObject([
      { to: 'received', people: ['Dr Hale'] },
      { to: 'declined', people: ['Dr Hale'] },
    ])
  })

  test('a step says which date and which coded reasons it takes', () => {
    const [consented] = moves('approached', 'site-nurse', site)
    expect(consented).toMatchObject({ to: 'consented', dateLabel: 'Date of consent', needsReason: false, reasons: [] })
    const [enrolled] = moves('eligible', 'site-nurse', site)
    expect(enrolled).toMatchObject({ to: 'enrolled', dateLabel: 'Date of enrolment' })
    const declined = moves('sent', 'nurse', hospital).find(({ to }) => to === 'declined')
    expect(declined).toMatchObject({ needsReason: true, dateLabel: null })
    expect(declined?.reasons[3]).toEqual({ code: 'PD04', label: 'Travel or distance' })
  })
})

describe('editing a draft', () => {
  const draft = { status: 'referral-draft', fromOrganisationId: hospital, toOrganisationId: null } as const

  test('the hospital that began it may, before it is sent', () => {
    const nurse = somebody('nurse', hospital)
    const actor = actorOf(nurse, viewerOf(nurse), trialId)
    expect(mayEditDraft(draft, actor)).toBe(true)
    expect(mayEditDraft({ ...draft, status: 'sent', toOrganisationId: site }, actor)).toBe(false)
  })

  test('nobody else may, also not a site role of the same organisation', () => {
    const siteNurse = somebody('site-nurse', hospital)
    expect(mayEditDraft(draft, actorOf(siteNurse, viewerOf(siteNurse), trialId))).toBe(false)
    const other = somebody('nurse', elsewhere)
    expect(mayEditDraft(draft, actorOf(other, viewerOf(other), trialId))).toBe(false)
  })
})
