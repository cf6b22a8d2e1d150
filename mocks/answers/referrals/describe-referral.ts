import type { components } from '#api/schema.ts'
import { notOnLog } from '#domain/access/delegation-refusals.ts'
import { withoutHospital, withoutHospitalOfSteps } from '#domain/access/known-place.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { movesOfActor, movesOfColleagues } from '#domain/referral/moves.ts'
import { capacitiesOf, type PersonActor, type ReferralParties } from '#domain/referral/referral-actor.ts'
import type { Caller } from '../../http/caller.ts'
import { notFound, type Problem, toProblem } from '../../http/problem.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import type { HeldReferral } from '../../state/held-referral.ts'
import { organisationNamed } from '../organisation-named.ts'
import { mayKnowPlaceOf, relationshipWith } from '../patients/relationship-with.ts'
import { referralRow, subjectsOf } from './referral-row.ts'
import { actorOf, delegatesFor, maySee, type ReferralViewer, viewerOf, wasSentTo } from './referral-viewer.ts'
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
  const actor = actorOf(caller, viewer, referral.trialId)
  const delegates = delegatesFor(state, viewer, referral.trialId, asOf)
  const standing = { status: referral.status, ...partiesOf(referral) }
  const row = referralRow(state, referral, viewer.side, asOf)
  const { patient } = subjectsOf(state, referral)
  // The site knows from whom it came.
  const knowsPlace = !isReferrer || mayKnowPlaceOf(caller, patient)
  const hospital = row.fromOrganisation?.name ?? null
  const steps = knowsPlace ? referral.events : withoutHospitalOfSteps(referral.events, hospital)
  const body = {
    referral: knowsPlace ? row : withoutHospital(row),
    relationship: isReferrer ? relationshipWith(state, caller, patient) : null,
    message: referral.message,
    withheldItemIds: isReferrer ? [...referral.withheldItemIds] : [],
    agreement: referral.agreement,
    sharedRecord: sharedRecord(state, referral, viewer.side),
    // How the draft came about stays with those who wrote it.
    events: steps.filter(({ to }) => isReferrer || to !== 'referral-draft'),
    moves: movesOfActor(standing, actor),
    movesOfOthers: movesOfColleagues(standing, actor, delegates),
    mayEditDraft: mayEditDraft(referral, actor),
  }
  return { body, version: referral.version }
}

/** @throws Problem 404 for a referral that is not the caller's to see */
export function seenReferral({ state, caller, asOf, referralId }: ReferralQuestion): {
  readonly viewer: ReferralViewer
  readonly referral: HeldReferral
} {
  const viewer = viewerOf(caller)
  const referral = state.referrals.get(referralId)
  if (referral && maySee(state, viewer, referral)) return { viewer, referral }
  throw referral && wasSentTo(viewer, referral) ? notDelegated(state, viewer, referral, asOf) : notFound('referral')
}

function notDelegated(
  state: DemonstrationState,
  viewer: ReferralViewer,
  { trialId }: HeldReferral,
  asOf: CalendarDate,
): Problem {
  const people = delegatesFor(state, viewer, trialId, asOf)
  const leaders = people.filter(({ duties }) => duties.includes('principalInvestigator')).map(({ name }) => name)
  const title = state.trials.get(trialId)?.record.title ?? ''
  return toProblem(notOnLog(title, organisationNamed(state, viewer.organisationId).name, leaders))
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
