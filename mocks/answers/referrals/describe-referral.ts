import type { components } from '#api/schema.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { allowedTransitions } from '#domain/referral/check-transition.ts'
import { reasonsForStatus } from '#domain/referral/reasons-for-status.ts'
import { capacitiesOf, type PersonActor, type ReferralParties } from '#domain/referral/referral-actor.ts'
import { needsReason } from '#domain/referral/referral-transition.ts'
import type { Caller } from '../../http/caller.ts'
import { notFound } from '../../http/problem.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import type { HeldReferral } from '../../state/held-referral.ts'
import { referralRow } from './referral-row.ts'
import { actorOf, maySee, type ReferralViewer, viewerOf } from './referral-viewer.ts'
import { sharedRecord } from './shared-record.ts'

type Schemas = components['schemas']

export interface ReferralQuestion {
  readonly state: DemonstrationState
  readonly caller: Caller
  readonly asOf: CalendarDate
  readonly referralId: string
}

/**
 * The whole referral as the caller may see it, with its version for the ETag.
 *
 * @throws Problem 404 for a referral that is not the caller's to see
 */
export function describeReferral(question: ReferralQuestion): { body: Schemas['Referral']; version: number } {
  const { state, caller, asOf } = question
  const { viewer, referral } = seenReferral(question)
  const isReferrer = viewer.side === 'referrer'
  const actor = actorOf(caller, viewer)
  const body = {
    referral: referralRow(state, referral, viewer.side, asOf),
    message: referral.message,
    withheldItemIds: isReferrer ? [...referral.withheldItemIds] : [],
    agreement: referral.agreement,
    sharedRecord: sharedRecord(state, referral, viewer.side),
    // How the draft came about stays with those who wrote it.
    events: referral.events.filter(({ to }) => isReferrer || to !== 'referral-draft'),
    moves: nextMoves(referral, actor),
    mayEditDraft: mayEditDraft(referral, actor),
  }
  return { body, version: referral.version }
}

/** @throws Problem 404 for a referral that is not the caller's to see */
export function seenReferral({ state, caller, referralId }: Omit<ReferralQuestion, 'asOf'>): {
  readonly viewer: ReferralViewer
  readonly referral: HeldReferral
} {
  const viewer = viewerOf(caller)
  const referral = state.referrals.get(referralId)
  if (!referral || !maySee(state, viewer, referral)) throw notFound('referral')
  return { viewer, referral }
}

/** No organisation has an empty identifier, so nobody acts for the site of a referral that was not sent. */
export function partiesOf({
  fromOrganisationId,
  toOrganisationId,
}: Pick<HeldReferral, 'fromOrganisationId' | 'toOrganisationId'>): ReferralParties {
  return { referringOrganisationId: fromOrganisationId, siteOrganisationId: toOrganisationId ?? '' }
}

/** Whether the actor may change what is written in a referral: only before it is sent. */
export function mayEditDraft(referral: HeldReferral, actor: PersonActor): boolean {
  return referral.status === 'referral-draft' && capacitiesOf(actor, partiesOf(referral)).includes('referrer')
}

/** The steps that the actor may take now. Sending is not among them: it has a form of its own. */
function nextMoves(referral: HeldReferral, actor: PersonActor): Schemas['AllowedMove'][] {
  return allowedTransitions({ status: referral.status, ...partiesOf(referral) }, actor)
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
