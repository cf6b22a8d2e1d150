import type { components } from '#api/schema.ts'
import { type Delegate, dutiesFor } from '#domain/access/delegation.ts'
import { movesOfActor, movesOfColleagues } from '#domain/referral/moves.ts'
import {
  capacitiesOf,
  type DelegatedActor,
  type PersonActor,
  type ReferralParties,
} from '#domain/referral/referral-actor.ts'
import type { ReferralStatus } from '#domain/referral/referral-status.ts'
import type { Caller } from '../../plugins/operation.ts'
import { notAllowed } from '../../plugins/problem.ts'
import { type ReferralViewer, referralViewer } from '../../referral-rows/referral-viewer.ts'

type Schemas = components['schemas']

export interface ReferralStanding {
  readonly status: ReferralStatus
  readonly fromOrganisationId: string
  /** Null before it is sent. */
  readonly toOrganisationId: string | null
}

/** @throws Problem 403 for somebody without an organisation, who can be no party to a referral */
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

/** No organisation has an empty identifier, so nobody acts for the site of a referral that was not sent. */
export function partiesOf({ fromOrganisationId, toOrganisationId }: Omit<ReferralStanding, 'status'>): ReferralParties {
  return { referringOrganisationId: fromOrganisationId, siteOrganisationId: toOrganisationId ?? '' }
}

/** Whether the actor may change what is written in a referral: only before it is sent. */
export function mayEditDraft(standing: ReferralStanding, actor: PersonActor): boolean {
  return standing.status === 'referral-draft' && capacitiesOf(actor, partiesOf(standing)).includes('referrer')
}

/** `movesOfActor` for a stored referral. */
export function nextMoves(standing: ReferralStanding, actor: DelegatedActor): Schemas['AllowedMove'][] {
  return movesOfActor({ status: standing.status, ...partiesOf(standing) }, actor)
}

/** `movesOfColleagues` for a stored referral. */
export function movesOfOthers(
  standing: ReferralStanding,
  actor: DelegatedActor,
  delegates: readonly Delegate[],
): Schemas['MoveOfOthers'][] {
  return movesOfColleagues({ status: standing.status, ...partiesOf(standing) }, actor, delegates)
}
