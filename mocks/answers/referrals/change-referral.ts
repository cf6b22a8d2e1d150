import type { components } from '#api/schema.ts'
import { refuseIdentifyingText } from '#domain/disclosure/outbound-text.ts'
import { recordedItems } from '#domain/eligibility/recorded-items.ts'
import { refuseReferral } from '#domain/patient-wishes/referral-notice.ts'
import { checkTransition } from '#domain/referral/check-transition.ts'
import * as refusals from '#domain/referral/referral-refusals.ts'
import { stepRefusal } from '#domain/referral/step-refusal.ts'
import { siteStatus } from '#domain/trial/openness.ts'
import { toProblem } from '../../http/problem.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import { describeEvent, type HeldReferral } from '../../state/held-referral.ts'
import type { TrialSiteHeld } from '../../state/held-trial.ts'
import { describeReferral, mayEditDraft, partiesOf, type ReferralQuestion, seenReferral } from './describe-referral.ts'
import { subjectsOf } from './referral-row.ts'
import { actorOf, delegatesFor, type ReferralViewer } from './referral-viewer.ts'

type Schemas = components['schemas']
type Described = ReturnType<typeof describeReferral>

export interface ReferralChange extends ReferralQuestion {
  readonly now: Date
  /** The ETag of the version that the change was made from. */
  readonly ifMatch: string
}

/** Keeps what is typed into a draft. A site may still be missing; one that is named must be able to receive it. */
export function saveDraft(change: ReferralChange, draft: Schemas['ReferralDraft']): Described {
  const { viewer, referral } = expectedReferral(change)
  if (!mayEditDraft(referral, actorOf(change.caller, viewer, referral.trialId))) throw toProblem(refusals.notADraft)
  if (draft.siteId !== null) receivingSite(change.state, referral, draft.siteId)
  put(change.state, referral, { ...draft, lastEventAt: change.now.toISOString() })
  return describeReferral(change)
}

/** Sends a draft with the agreement of the patient and the record that the site then reads. */
export function sendDraft(change: ReferralChange, form: Schemas['ReferralToSend']): Described {
  const { state, caller, asOf, now } = change
  const { siteId, message, withheldItemIds } = form
  const { viewer, referral } = expectedReferral(change)
  const { patient, trial } = subjectsOf(state, referral)
  const unwanted = refuseReferral(patient.record, referral.trialId)
  if (unwanted !== null) throw toProblem(unwanted)
  const site = receivingSite(state, referral, siteId)
  const { agreedOn, how } = form.agreement
  const toOrganisationId = site.organisationId
  const check = checkTransition(
    {
      status: referral.status,
      ...partiesOf({ ...referral, toOrganisationId }),
      isTrialRecruiting: siteStatus(trial.record, site) === 'open',
      agreement: { agreedOn, method: how, recordedBy: caller.name },
      sentOn: null,
      consentedOn: null,
      bornOn: patient.record.bornOn,
      delegates: [],
    },
    'sent',
    actorOf(caller, viewer, referral.trialId),
    { asOf },
  )
  if (check.kind === 'refused') throw toProblem(stepRefusal(check, '/agreement/agreedOn'))
  const named = refuseIdentifyingText('/message', message, patient.record.bornOn)
  if (named !== null) throw toProblem(named)

  // What was held back must be found, or a corrected row would go out in its place unseen.
  const itemIds = recordedItems(patient.record, asOf).map(({ itemId }) => itemId)
  if (withheldItemIds.some((id) => !itemIds.includes(id))) throw toProblem(refusals.recordChanged)
  takeStep(
    change,
    referral,
    { to: 'sent' },
    {
      siteId,
      toOrganisationId,
      sentOn: asOf,
      message,
      withheldItemIds,
      agreement: { agreedOn, how, recordedBy: caller.name },
      sharedAt: now.toISOString(),
    },
  )
  return describeReferral(change)
}

/** Takes one step along the allowed transitions. */
export function moveReferral(change: ReferralChange, move: Schemas['ReferralMove']): Described {
  const { caller, asOf } = change
  const { to, reasonCode, occurredOn } = move
  const { viewer, referral } = expectedReferral(change)
  if (to === 'sent' && referral.status === 'referral-draft') throw toProblem(refusals.sendByForm)
  const check = checkTransition(
    {
      status: referral.status,
      ...partiesOf(referral),
      // These three bear on sending only, which has an operation of its own.
      isTrialRecruiting: false,
      agreement: null,
      bornOn: null,
      sentOn: referral.sentOn,
      consentedOn: referral.events.findLast((event) => event.to === 'consented')?.occurredOn ?? null,
      delegates: delegatesFor(change.state, viewer, referral.trialId, asOf),
    },
    to,
    actorOf(caller, viewer, referral.trialId),
    { asOf, reason: reasonCode, consentedOn: occurredOn, enrolledOn: occurredOn },
  )
  if (check.kind === 'refused') throw toProblem(stepRefusal(check, '/occurredOn'))
  if (check.transition.needs === null && occurredOn !== undefined) throw toProblem(refusals.takesNoDate)
  const { bornOn } = subjectsOf(change.state, referral).patient.record
  const named = refuseIdentifyingText('/note', move.note, bornOn)
  if (named !== null) throw toProblem(named)
  takeStep(change, referral, move, {})
  return describeReferral(change)
}

/** @throws Problem 404 where the caller may not see it, 412 with the version stored now where that is another one */
function expectedReferral(change: ReferralChange): {
  readonly viewer: ReferralViewer
  readonly referral: HeldReferral
} {
  const seen = seenReferral(change)
  if (change.ifMatch !== `"${seen.referral.version}"`) {
    throw toProblem(refusals.conflict, { current: describeReferral(change).body })
  }
  return seen
}

/** @throws Problem 400 where the trial does not list the site, or nobody there could take the referral */
function receivingSite(state: DemonstrationState, referral: HeldReferral, siteId: string): TrialSiteHeld {
  const site = subjectsOf(state, referral).trial.sites.find((each) => each.siteId === siteId)
  if (!site) throw toProblem(refusals.siteNotOfTrial)
  if (!site.canReceive) throw toProblem(refusals.siteCannotReceive)
  return site
}

/** Puts an allowed step into the history and lets the clock of the new status begin. */
function takeStep(
  { state, caller, asOf, now }: ReferralChange,
  referral: HeldReferral,
  { to, reasonCode, note, occurredOn }: Schemas['ReferralMove'],
  changes: Partial<HeldReferral>,
): void {
  const at = now.toISOString()
  const event = describeEvent({
    eventId: crypto.randomUUID(),
    at,
    actor: caller.name,
    role: caller.role,
    organisation: caller.organisation?.name ?? null,
    from: referral.status,
    to,
    reasonCode: reasonCode ?? null,
    note: note?.trim() || null,
    occurredOn: occurredOn ?? null,
  })
  const events = [...referral.events, event]
  put(state, referral, { ...changes, status: to, enteredOn: asOf, events, lastEventAt: at })
}

function put({ referrals }: DemonstrationState, referral: HeldReferral, changes: Partial<HeldReferral>): void {
  referrals.set(referral.referralId, { ...referral, ...changes, version: referral.version + 1 })
}
