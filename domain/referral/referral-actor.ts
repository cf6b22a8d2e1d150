import type { Delegate } from '../access/delegation.ts'
import type { Duty } from '../access/duty.ts'
import type { Role } from '../access/role.ts'
import type { Capacity, ReferralTransition } from './referral-transition.ts'

/** Who acted: a signed-in person in one role and organisation, or the software itself. */
export type ReferralActor = PersonActor | SoftwareActor

/** Who wants to act now. */
export type ActorNow = DelegatedActor | SoftwareActor

export interface PersonActor {
  readonly kind: 'person'
  readonly role: Role
  readonly organisationId: string
}

export interface DelegatedActor extends PersonActor {
  /** What the person is delegated to do today on the trial of the referral at its site; nothing at the referrer's end. */
  readonly duties: readonly Duty[]
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
export function mayMake(transition: ReferralTransition, actor: ActorNow, parties: ReferralParties): boolean {
  return isOfTheirEnd(transition, actor, parties) && isDelegated(transition, actor)
}

/** Whether role and organisation allow the transition. */
export function isOfTheirEnd(transition: ReferralTransition, actor: ReferralActor, parties: ReferralParties): boolean {
  const capacities: readonly Capacity[] = transition.by
  return capacitiesOf(actor, parties).some((capacity) => capacities.includes(capacity))
}

/** At the site's end a step needs a duty besides; the referrer's end has relationships instead. */
function isDelegated({ duties }: ReferralTransition, actor: ActorNow): boolean {
  if (actor.kind === 'software' || !capacitiesOfRole(actor.role).includes('site')) return true
  return actor.duties.some((duty) => duties.includes(duty))
}

/** Who of the site may take a step, by name. */
export function whoMayTake(
  { by, duties }: Pick<ReferralTransition, 'by' | 'duties'>,
  delegates: readonly Delegate[],
): readonly string[] {
  const capacities: readonly Capacity[] = by
  return delegates
    .filter(({ role }) => capacitiesOfRole(role).some((capacity) => capacities.includes(capacity)))
    .filter((delegate) => delegate.duties.some((duty) => duties.includes(duty)))
    .map(({ name }) => name)
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
