import type { Delegate } from '../access/delegation.ts'
import type { Duty } from '../access/duty.ts'
import { allowedTransitions, transitionsOfOthers } from './check-transition.ts'
import { reasonsForStatus } from './reasons-for-status.ts'
import { type DelegatedActor, type ReferralParties, whoMayTake } from './referral-actor.ts'
import type { ReferralStatus } from './referral-status.ts'
import { needsReason } from './referral-transition.ts'

type StandingReferral = ReferralParties & { readonly status: ReferralStatus }

/** The steps that the actor may take now, as the contract tells them. Sending is not among them: it has a form of its own. */
export function movesOfActor(referral: StandingReferral, actor: DelegatedActor) {
  return allowedTransitions(referral, actor)
    .filter(({ to }) => to !== 'sent')
    .map((transition) => ({
      to: transition.to,
      label: transition.verb,
      needsReason: needsReason(transition),
      reasons: reasonsForStatus(transition.to).map(({ code, label }) => ({ code, label })),
      dateLabel: transition.needs === null ? null : dateLabels[transition.needs],
    }))
}

interface MoveOfOthers {
  readonly to: ReferralStatus
  readonly label: string
  readonly duties: Duty[]
  /** Who of the site may take it, by name. */
  readonly people: string[]
}

/** The next steps at the actor's site for which the actor has no duty or no role, and who of the site has. */
export function movesOfColleagues(
  referral: StandingReferral,
  actor: DelegatedActor,
  delegates: readonly Delegate[],
): MoveOfOthers[] {
  return transitionsOfOthers(referral, actor).map((transition) => ({
    to: transition.to,
    label: transition.verb,
    duties: [...transition.duties],
    people: [...whoMayTake(transition, delegates)],
  }))
}

const dateLabels = { consentedOn: 'Date of consent', enrolledOn: 'Date of enrolment' } as const
