import type { components } from '#api/schema.ts'
import { allowedTransitions } from '#domain/referral/check-transition.ts'
import { reasonsForStatus } from '#domain/referral/reasons-for-status.ts'
import { capacitiesOf, type PersonActor, type ReferralParties } from '#domain/referral/referral-actor.ts'
import type { ReferralStatus } from '#domain/referral/referral-status.ts'
import { needsReason } from '#domain/referral/referral-transition.ts'
import type { Caller } from '../../plugins/operation.ts'
import { notAllowed } from '../../plugins/problem.ts'
import { type ReferralViewer, referralViewer } from '../../referral-rows/referral-viewer.ts'

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

export function actorOf({ role }: Caller, { organisationId }: ReferralViewer): PersonActor {
  return { kind: 'person', role, organisationId }
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
export function nextMoves(standing: ReferralStanding, actor: PersonActor): components['schemas']['AllowedMove'][] {
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

const dateLabels = { consentedOn: 'Date of consent', enrolledOn: 'Date of enrolment' } as const
