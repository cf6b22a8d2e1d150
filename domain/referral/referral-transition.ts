import { type Duty, everyDuty } from '../access/duty.ts'
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
  /** What somebody of the site must be delegated to do to take it: one of these. Empty where it is no step of a site's. */
  readonly duties: readonly Duty[]
}

interface StepOfJudgement extends Step {
  readonly to: JudgedStatus
  readonly by: readonly PersonCapacity[]
}

interface OtherStep extends Step {
  readonly to: Exclude<ReferralStatus, JudgedStatus>
  readonly by: readonly Capacity[]
}

const judges: readonly Duty[] = ['principalInvestigator', 'subInvestigator', 'preScreening']

/** Every allowed transition; one that is not here cannot happen. The coded reasons belong to the status entered. */
export const referralTransitions: readonly ReferralTransition[] = [
  { from: ['referral-draft'], to: 'sent', by: ['referrer'], verb: 'Send referral', needs: null, duties: [] },
  { from: ['sent'], to: 'received', by: ['site'], verb: 'Acknowledge receipt', needs: null, duties: everyDuty },
  {
    from: ['received'],
    to: 'pre-screening',
    by: ['site'],
    verb: 'Start pre-screening',
    needs: null,
    duties: everyDuty,
  },
  {
    from: ['pre-screening'],
    to: 'pre-screen-pass',
    by: ['site'],
    verb: 'Record suitable at pre-screen',
    needs: null,
    duties: judges,
  },
  {
    from: ['pre-screen-pass'],
    to: 'approached',
    by: ['site'],
    verb: 'Record information given',
    needs: null,
    duties: everyDuty,
  },
  {
    from: ['approached'],
    to: 'consented',
    by: ['site'],
    verb: 'Record consent',
    needs: 'consentedOn',
    duties: ['consent'],
  },
  {
    from: ['consented'],
    to: 'eligible',
    by: ['investigator'],
    verb: 'Confirm eligible',
    needs: null,
    duties: ['principalInvestigator'],
  },
  {
    from: ['eligible'],
    to: 'enrolled',
    by: ['site'],
    verb: 'Record enrolment',
    needs: 'enrolledOn',
    duties: everyDuty,
  },
  {
    from: ['pre-screening', 'pre-screen-pass', 'approached'],
    to: 'pre-screen-fail',
    by: ['site'],
    verb: 'Record not suitable',
    needs: null,
    duties: judges,
  },
  {
    from: ['consented', 'eligible'],
    to: 'screen-failed',
    by: ['investigator'],
    verb: 'Record screen failure',
    needs: null,
    duties: ['principalInvestigator', 'subInvestigator'],
  },
  {
    from: ['sent', 'received', 'pre-screening', 'pre-screen-pass', 'approached'],
    to: 'declined',
    by: ['referrer', 'site'],
    verb: 'Record that the patient declined',
    needs: null,
    duties: everyDuty,
  },
  {
    from: ['referral-draft', 'sent', 'received', 'pre-screening', 'pre-screen-pass', 'approached'],
    to: 'cancelled',
    by: ['referrer'],
    verb: 'Cancel referral',
    needs: null,
    duties: [],
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
