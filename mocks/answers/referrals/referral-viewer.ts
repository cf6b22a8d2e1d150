import { type PatientScope, type Relationship, relationshipTo } from '#domain/access/patient-scope.ts'
import { capacitiesOfRole, type PersonActor } from '#domain/referral/referral-actor.ts'
import type { Caller } from '../../http/caller.ts'
import { notAllowed } from '../../http/problem.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import type { HeldReferral } from '../../state/held-referral.ts'

/** From which end of referrals somebody looks, and for which organisation. */
export interface ReferralViewer {
  /** The referrer's end reads the patient's own record; the site's end only what was shared with it. */
  readonly side: 'referrer' | 'site'
  readonly organisationId: string
  readonly scope: PatientScope
  readonly accountId: string
}

/** Null for a role that takes no part in referrals, and for an account without an organisation. */
export function referralViewer({ accountId, role, organisation, scope }: Caller): ReferralViewer | null {
  const capacities = capacitiesOfRole(role)
  if (organisation === null || capacities.length === 0) return null
  const side = capacities.includes('referrer') ? 'referrer' : 'site'
  return { side, organisationId: organisation.organisationId, scope, accountId }
}

/** @throws Problem 403 for somebody who can be no party to a referral */
export function viewerOf(caller: Caller): ReferralViewer {
  const viewer = referralViewer(caller)
  if (viewer === null) throw notAllowed('Referrals pass between organisations, and your account belongs to none.')
  return viewer
}

export function actorOf({ role }: Caller, { organisationId }: ReferralViewer): PersonActor {
  return { kind: 'person', role, organisationId }
}

/** Those of the own teams' patients, or those that were sent to the organisation; a draft is nobody else's business. */
export function visibleReferrals(state: DemonstrationState, viewer: ReferralViewer): readonly HeldReferral[] {
  return [...state.referrals.values()].filter((referral) => maySee(state, viewer, referral, ['team']))
}

/** @param relationships by which the referrer's end may see it */
export function maySee(
  { patients }: DemonstrationState,
  { side, organisationId, scope }: ReferralViewer,
  referral: HeldReferral,
  relationships: readonly Relationship[] = ['team', 'emergencyAccess'],
): boolean {
  if (side === 'referrer') {
    const patient = patients.get(referral.patientId)
    const relationship = patient === undefined ? null : relationshipTo(scope, patient)
    return relationship !== null && relationships.includes(relationship)
  }
  return referral.toOrganisationId === organisationId && referral.sentOn !== null
}
