import { describeStatus, type ReferralStatus } from './referral-status.ts'

/** One allowed step: from any of `from` to `to`, by any of `by`. */
export type ReferralTransition = StepOfJudgement | OtherStep

/** Statuses that state a clinical judgement. Only people reach them; the type refuses a row that lets software in. */
export type JudgedStatus = 'pre-screen-pass' | 'eligible'

/** In what capacity somebody acts on one referral. An investigator of the receiving site acts for the site too. */
export type Capacity = PersonCapacity | 'software'
export type PersonCapacity = 'referrer' | 'site' | 'investigator'

interface Step {
  readonly from: readonly ReferralStatus[]
  /** Words of the button. */
  readonly verb: string
  /** The date that must be given with the step. */
  readonly needs: 'consentedOn' | 'enrolledOn' | null
}

interface StepOfJudgement extends Step {
  readonly to: JudgedStatus
  readonly by: readonly PersonCapacity[]
}

interface OtherStep extends Step {
  readonly to: Exclude<ReferralStatus, JudgedStatus>
  readonly by: readonly Capacity[]
}

/** Every allowed transition; one that is not here cannot happen. The coded reasons belong to the status entered. */
export const referralTransitions: readonly ReferralTransition[] = [
  { from: ['referral-draft'], to: 'sent', by: ['referrer'], verb: 'Send referral', needs: null },
  { from: ['sent'], to: 'received', by: ['site'], verb: 'Acknowledge receipt', needs: null },
  { from: ['received'], to: 'pre-screening', by: ['site'], verb: 'Start pre-screening', needs: null },
  { from: ['pre-screening'], to: 'pre-screen-pass', by: ['site'], verb: 'Record suitable at pre-screen', needs: null },
  { from: ['pre-screen-pass'], to: 'approached', by: ['site'], verb: 'Record information given', needs: null },
  { from: ['approached'], to: 'consented', by: ['site'], verb: 'Record consent', needs: 'consentedOn' },
  { from: ['consented'], to: 'eligible', by: ['investigator'], verb: 'Confirm eligible', needs: null },
  { from: ['eligible'], to: 'enrolled', by: ['site'], verb: 'Record enrolment', needs: 'enrolledOn' },
  {
    from: ['pre-screening', 'pre-screen-pass', 'approached'],
    to: 'pre-screen-fail',
    by: ['site'],
    verb: 'Record not suitable',
    needs: null,
  },
  {
    from: ['consented', 'eligible'],
    to: 'screen-failed',
    by: ['investigator'],
    verb: 'Record screen failure',
    needs: null,
  },
  {
    from: ['sent', 'received', 'pre-screening', 'pre-screen-pass', 'approached'],
    to: 'declined',
    by: ['referrer', 'site'],
    verb: 'Record that the patient declined',
    needs: null,
  },
  {
    from: ['referral-draft', 'sent', 'received', 'pre-screening', 'pre-screen-pass', 'approached'],
    to: 'cancelled',
    by: ['referrer'],
    verb: 'Cancel referral',
    needs: null,
  },
]

/** All transitions that leave a status, whoever may make them. */
export function transitionsFrom(status: ReferralStatus): readonly ReferralTransition[] {
  return referralTransitions.filter(({ from }) => from.includes(status))
}

/** Whether nothing follows a status. */
export function isTerminal(status: ReferralStatus): boolean {
  return transitionsFrom(status).length === 0
}

/** Whether a coded reason must be given with a transition. */
export function needsReason(transition: ReferralTransition): boolean {
  return describeStatus(transition.to).reasonLists.length > 0
}
