import type { components } from '#api/schema.ts'
import { type Delegate, dutiesFor } from '#domain/access/delegation.ts'
import { allowedTransitions, transitionsOfOthers } from '#domain/referral/check-transition.ts'
import { reasonsForStatus } from '#domain/referral/reasons-for-status.ts'
import {
  capacitiesOf,
  type DelegatedActor,
  type PersonActor,
  type ReferralParties,
  whoMayTake,
} from '#domain/referral/referral-actor.ts'
import type { ReferralStatus } from '#domain/referral/referral-status.ts'
import { needsReason } from '#domain/referral/referral-transition.ts'
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

/** The steps that the actor may take now, as buttons. Sending is not among them: it has a form of its own. */
export function nextMoves(standing: ReferralStanding, actor: DelegatedActor): Schemas['AllowedMove'][] {
  return allowedTransitions({ status: standing.status, ...partiesOf(standing) }, actor)
    .filter(({ to }) => to !== 'sent')
    .map((transition) => ({
      to: transition.to,
      label: transition.verb,
      needsReason: needsReason(transition),
      reasons: reasonsForStatus(transition.to).map(({ code, label }) => ({ code, label })),
      dateLabel: transition.needs === null ? null : dateLabels[transition.needs],
    }))
}

/** The next steps at the actor's site for which the actor has no duty or no role, and who of the site has. */
export function movesOfOthers(
  standing: ReferralStanding,
  actor: DelegatedActor,
  delegates: readonly Delegate[],
): Schemas['MoveOfOthers'][] {
  return transitionsOfOthers({ status: standing.status, ...partiesOf(standing) }, actor).map((transition) => ({
    to: transition.to,
    label: transition.verb,
    duties: [...transition.duties],
    people: [...whoMayTake(transition, delegates)],
  }))
}

const dateLabels = { consentedOn: 'Date of consent', enrolledOn: 'Date of enrolment' } as const
