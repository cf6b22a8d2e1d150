import type { Delegate } from '../access/delegation.ts'
import { dutyLabel } from '../access/duty.ts'
import type { CalendarDate } from '../identity/calendar-date.ts'
import { agreementDateFault, consentDateFault, type DateFault, enrolmentDateFault } from './date-fault.ts'
import type { PatientAgreement } from './patient-agreement.ts'
import { reasonsForStatus } from './reasons-for-status.ts'
import {
  type ActorNow,
  capacitiesOf,
  capacitiesOfRole,
  isOfTheirEnd,
  mayMake,
  type ReferralParties,
  whoMayTake,
} from './referral-actor.ts'
import { findReason } from './referral-reasons.ts'
import { describeStatus, type ReferralStatus } from './referral-status.ts'
import { type ReferralTransition, transitionsFrom } from './referral-transition.ts'

/** What is known of a referral when a transition is asked for. */
export interface MovableReferral extends ReferralParties {
  readonly status: ReferralStatus
  /** Whether trial, site and cohort all recruit today. Not known counts as not recruiting. */
  readonly isTrialRecruiting: boolean
  readonly agreement: PatientAgreement | null
  /** Null before it is sent, or when not known. */
  readonly sentOn: CalendarDate | null
  readonly consentedOn: CalendarDate | null
  /** Birth of the patient; null when not known. */
  readonly bornOn: CalendarDate | null
  /** Whoever is on the delegation log of the trial at the site today: a refusal says whom to ask. */
  readonly delegates: readonly Delegate[]
}

/** What is given with a transition. */
export interface TransitionDetails {
  /** Today in London; nothing can be recorded as done after it. */
  readonly asOf: CalendarDate
  readonly reason?: string | undefined
  readonly otherReasons?: readonly string[] | undefined
  readonly consentedOn?: CalendarDate | undefined
  readonly enrolledOn?: CalendarDate | undefined
}

export type TransitionCheck =
  | { readonly kind: 'ok'; readonly transition: ReferralTransition }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly message: string; readonly remedy: string }

export type Refusal =
  | 'notAllowed'
  | 'wrongRole'
  | 'wrongOrganisation'
  | 'notDelegated'
  | 'agreementMissing'
  | 'trialNotOpen'
  | 'reasonRequired'
  | 'unknownReason'
  | 'dateRequired'
  | 'dateNotPossible'

/** The transitions this actor may make on the referral now, in table order. */
export function allowedTransitions(
  referral: ReferralParties & { readonly status: ReferralStatus },
  actor: ActorNow,
): readonly ReferralTransition[] {
  return transitionsFrom(referral.status).filter((transition) => mayMake(transition, actor, referral))
}

/**
 * The steps of the site's end that somebody there sees others take: for want of a duty, or of the role. Empty at the
 * referrer's end.
 */
export function transitionsOfOthers(
  referral: ReferralParties & { readonly status: ReferralStatus },
  actor: ActorNow,
): readonly ReferralTransition[] {
  if (!capacitiesOf(actor, referral).includes('site')) return []
  return transitionsFrom(referral.status).filter(
    (transition) => transition.duties.length > 0 && !mayMake(transition, actor, referral),
  )
}

/** Whether the actor may move the referral to a status with these details; a refusal says why and what to do. */
export function checkTransition(
  referral: MovableReferral,
  to: ReferralStatus,
  actor: ActorNow,
  details: TransitionDetails,
): TransitionCheck {
  const transition = transitionsFrom(referral.status).find((candidate) => candidate.to === to)
  if (!transition) return notAllowed(referral.status, to)
  return (
    checkActor(transition, actor, referral) ??
    checkSending(transition, referral, details.asOf) ??
    checkReasons(transition, details) ??
    checkDates(transition, referral, details) ?? { kind: 'ok', transition }
  )
}

function notAllowed(from: ReferralStatus, to: ReferralStatus): TransitionCheck {
  const next = transitionsFrom(from).map((transition) => `"${describeStatus(transition.to).label}"`)
  return refuse(
    'notAllowed',
    `A referral that is "${describeStatus(from).label}" cannot become "${describeStatus(to).label}".`,
    next.length > 0
      ? `Choose one of the next steps: ${next.join(', ')}.`
      : 'It has ended; a new referral can be made instead.',
  )
}

function checkActor(transition: ReferralTransition, actor: ActorNow, referral: MovableReferral) {
  if (mayMake(transition, actor, referral)) return null
  const { label } = describeStatus(transition.to)
  const remedy = `Ask ${whomToAsk(transition, actor, referral)}.`
  if (isOfTheirEnd(transition, actor, referral)) {
    const needed = inWords(transition.duties.map((duty) => `"${dutyLabel(duty)}"`))
    return refuse(
      'notDelegated',
      `To record "${label}" somebody needs ${needed} on the delegation log of this trial at your site.`,
      remedy,
    )
  }
  const hasRole =
    actor.kind === 'person' && capacitiesOfRole(actor.role).some((capacity) => transition.by.includes(capacity))
  return hasRole
    ? refuse('wrongOrganisation', `Only the organisation responsible for this referral can record "${label}".`, remedy)
    : refuse('wrongRole', `Your role cannot record "${label}".`, remedy)
}

const capacityWords = {
  referrer: 'an oncologist or specialist nurse of the referring organisation',
  site: 'a research nurse or investigator of the receiving site',
  investigator: 'an investigator of the receiving site',
  software: 'nobody: the software records it',
} as const

/** Colleagues by name; the other end learns no more than what they are. */
function whomToAsk(transition: ReferralTransition, actor: ActorNow, referral: MovableReferral): string {
  if (!capacitiesOf(actor, referral).includes('site') || transition.duties.length === 0) {
    return inWords(transition.by.map((capacity) => capacityWords[capacity]))
  }
  const names = whoMayTake(transition, referral.delegates)
  return names.length > 0 ? inWords(names) : 'an administrator of your organisation to put somebody on the log for it'
}

function inWords(choices: readonly string[]): string {
  return choices.join(', or ')
}

function checkSending(transition: ReferralTransition, referral: MovableReferral, asOf: CalendarDate) {
  if (transition.to !== 'sent') return null
  const { agreement, bornOn } = referral
  if (!agreement) {
    return refuse(
      'agreementMissing',
      'The patient’s agreement to this referral and to sharing the record is not recorded.',
      'Record who agreed, when and how, then send.',
    )
  }
  const refusedDate = refuseDate(agreementDateFault({ agreedOn: agreement.agreedOn, bornOn, asOf }))
  if (refusedDate) return refusedDate
  if (!referral.isTrialRecruiting) {
    return refuse(
      'trialNotOpen',
      'This trial is not open to recruitment at the chosen site.',
      'Choose a site that is open, or another trial; the draft is kept.',
    )
  }
  return null
}

function checkReasons(transition: ReferralTransition, { reason, otherReasons = [] }: TransitionDetails) {
  const { label } = describeStatus(transition.to)
  const known = reasonsForStatus(transition.to)
  if (known.length > 0 && !reason) {
    return refuse('reasonRequired', `"${label}" needs a coded reason.`, `Choose one of ${codeRange(transition.to)}.`)
  }
  const given = reason ? [reason, ...otherReasons] : otherReasons
  const unknown = given.find((code) => !known.some((candidate) => candidate.code === code))
  if (unknown !== undefined) {
    return refuse(
      'unknownReason',
      findReason(unknown) ? `Reason ${unknown} does not go with "${label}".` : `"${unknown}" is not a reason code.`,
      known.length > 0 ? `Choose from ${codeRange(transition.to)}.` : 'Leave the reason out; this step takes none.',
    )
  }
  const repeated = given.find((code, index) => given.indexOf(code) !== index)
  if (repeated !== undefined) {
    return refuse('unknownReason', `Reason ${repeated} is given twice.`, 'Give each reason once.')
  }
  return null
}

function codeRange(to: ReferralStatus): string {
  return describeStatus(to)
    .reasonLists.map((list) => {
      const codes = reasonsForStatus(to).filter((reason) => reason.list === list)
      return `${codes.at(0)?.code} to ${codes.at(-1)?.code}`
    })
    .join(' or ')
}

function checkDates(transition: ReferralTransition, referral: MovableReferral, details: TransitionDetails) {
  if (transition.needs === null) return null
  const on = details[transition.needs]
  if (!on) {
    const words = transition.needs === 'consentedOn' ? 'the date of consent' : 'the date of enrolment'
    return refuse('dateRequired', `"${describeStatus(transition.to).label}" needs ${words}.`, `Give ${words}.`)
  }
  const { sentOn, consentedOn } = referral
  const { asOf } = details
  return refuseDate(
    transition.needs === 'consentedOn'
      ? consentDateFault({ consentedOn: on, sentOn, asOf })
      : enrolmentDateFault({ enrolledOn: on, consentedOn, asOf }),
  )
}

function refuseDate(fault: DateFault | null): TransitionCheck | null {
  return fault && refuse('dateNotPossible', fault.message, fault.remedy)
}

function refuse(refusal: Refusal, message: string, remedy: string): TransitionCheck {
  return { kind: 'refused', refusal, message, remedy }
}
