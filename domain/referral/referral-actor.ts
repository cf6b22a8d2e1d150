import type { Role } from '../access/role.ts'
import type { Capacity, ReferralTransition } from './referral-transition.ts'

/** Who acts: a signed-in person in one role and organisation, or the software itself. */
export type ReferralActor = PersonActor | SoftwareActor

export interface PersonActor {
  readonly kind: 'person'
  readonly role: Role
  readonly organisationId: string
}

export interface SoftwareActor {
  readonly kind: 'software'
}

/** The two organisations between which a referral passes. They may be the same one. */
export interface ReferralParties {
  readonly referringOrganisationId: string
  readonly siteOrganisationId: string
}

/** Whether the actor may make the transition on a referral between these parties. */
export function mayMake(transition: ReferralTransition, actor: ReferralActor, parties: ReferralParties): boolean {
  const capacities: readonly Capacity[] = transition.by
  return capacitiesOf(actor, parties).some((capacity) => capacities.includes(capacity))
}

/** In which capacities the actor stands to a referral; none for a role or an organisation that is no party to it. */
export function capacitiesOf(actor: ReferralActor, parties: ReferralParties): readonly Capacity[] {
  if (actor.kind === 'software') return ['software']
  const capacities = capacitiesOfRole(actor.role)
  const organisationId = capacities.includes('referrer') ? parties.referringOrganisationId : parties.siteOrganisationId
  return actor.organisationId === organisationId ? capacities : []
}

/** The capacities that a role gives inside the organisation concerned. */
export function capacitiesOfRole(role: Role): readonly Exclude<Capacity, 'software'>[] {
  switch (role) {
    case 'oncologist':
    case 'nurse':
      return ['referrer']
    case 'site-nurse':
      return ['site']
    case 'investigator':
      return ['site', 'investigator']
    case 'trust-lead':
    case 'national-lead':
    case 'information-officer':
    case 'administrator':
    case 'privacy-officer':
      return []
    default:
      return role satisfies never
  }
}
