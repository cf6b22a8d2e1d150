import { type Delegate, dutiesFor, trialsOf } from '#domain/access/delegation.ts'
import { type PatientScope, type Relationship, relationshipTo } from '#domain/access/patient-scope.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { capacitiesOfRole, type DelegatedActor } from '#domain/referral/referral-actor.ts'
import type { Caller } from '../../http/caller.ts'
import { notAllowed } from '../../http/problem.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import type { HeldReferral } from '../../state/held-referral.ts'
import { delegatesAt } from '../delegation/site-delegates.ts'

/** From which end of referrals somebody looks, and for which organisation. */
export interface ReferralViewer {
  /** The referrer's end reads the patient's own record; the site's end only what was shared with it. */
  readonly side: 'referrer' | 'site'
  readonly organisationId: string
  readonly scope: PatientScope
  readonly accountId: string
  /** The trials on whose delegation log the person is, whose referrals the site's end sees. */
  readonly trialIds: readonly string[]
}

/** Null for a role that takes no part in referrals, and for an account without an organisation. */
export function referralViewer({ accountId, role, organisation, scope, trialDuties }: Caller): ReferralViewer | null {
  const capacities = capacitiesOfRole(role)
  if (organisation === null || capacities.length === 0) return null
  const side = capacities.includes('referrer') ? 'referrer' : 'site'
  return { side, organisationId: organisation.organisationId, scope, accountId, trialIds: trialsOf(trialDuties) }
}

/** @throws Problem 403 for somebody who can be no party to a referral */
export function viewerOf(caller: Caller): ReferralViewer {
  const viewer = referralViewer(caller)
  if (viewer === null) throw notAllowed('Referrals pass between organisations, and your account belongs to none.')
  return viewer
}

/** @param trialId of the referral, which says what the person is delegated to do with it */
export function actorOf(
  { role, trialDuties }: Caller,
  { organisationId }: ReferralViewer,
  trialId: string,
): DelegatedActor {
  return { kind: 'person', role, organisationId, duties: dutiesFor(trialDuties, trialId) }
}

/** Who of the viewer's site is on the log of a trial; the referrer's end is told of nobody there. */
export function delegatesFor(
  state: DemonstrationState,
  { side, organisationId }: ReferralViewer,
  trialId: string,
  asOf: CalendarDate,
): readonly Delegate[] {
  return side === 'site' ? delegatesAt(state, { organisationId, trialId }, asOf) : []
}

/** Those of the patients whom the viewer looks after, or those sent to the organisation for a trial on whose log the viewer is. */
export function visibleReferrals(state: DemonstrationState, viewer: ReferralViewer): readonly HeldReferral[] {
  return [...state.referrals.values()].filter((referral) => maySee(state, viewer, referral, ['team', 'namedRole']))
}

/** @param relationships by which the referrer's end may see it */
export function maySee(
  { patients }: DemonstrationState,
  viewer: ReferralViewer,
  referral: HeldReferral,
  relationships: readonly Relationship[] = ['team', 'namedRole', 'emergencyAccess'],
): boolean {
  if (viewer.side === 'referrer') {
    const patient = patients.get(referral.patientId)
    const relationship = patient === undefined ? null : relationshipTo(viewer.scope, patient)
    return relationship !== null && relationships.includes(relationship)
  }
  return wasSentTo(viewer, referral) && viewer.trialIds.includes(referral.trialId)
}

/** Whether it was sent to the viewer's organisation, whoever there may see it. */
export function wasSentTo({ side, organisationId }: ReferralViewer, referral: HeldReferral): boolean {
  return side === 'site' && referral.toOrganisationId === organisationId && referral.sentOn !== null
}
