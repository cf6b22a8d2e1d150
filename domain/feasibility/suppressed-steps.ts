import { type DisclosurePolicy, weightedPolicy } from '../disclosure/disclosure-policy.ts'
import { suppressCount } from '../disclosure/suppress-count.ts'
import type { TrialCriterion } from '../trial/trial-criterion.ts'
import { type AttritionStep, attritionSteps } from './attrition.ts'
import type { CaseloadTally } from './caseload-tally.ts'

/**
 * One criterion on the way from all considered to those who remain, outside the care team. Whom it removes follows from
 * those who remain before and after it, and is not said again: rounded by itself it would narrow them. Named after the
 * contract's schema.
 */
export interface SuppressedStep
  extends Pick<
    AttritionStep,
    'criterionId' | 'kind' | 'class' | 'text' | 'ruleText' | 'appliesTo' | 'isByCohort' | 'undecided' | 'remaining'
  > {}

/** Of a tally by patient weight. Null stands for 0 to 7. */
export function suppressedSteps(
  criteria: readonly TrialCriterion[],
  tally: CaseloadTally,
  policy: DisclosurePolicy = weightedPolicy,
): SuppressedStep[] {
  const hide = (count: number | null) => (count === null ? null : suppressCount(count, policy))
  return attritionSteps(criteria, tally).map(({ removed: _, notYet: __, undecided, remaining, ...criterion }) => ({
    ...criterion,
    undecided: hide(undecided),
    remaining: hide(remaining),
  }))
}
