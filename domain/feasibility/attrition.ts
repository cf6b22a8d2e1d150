import { cohortsOf } from '../eligibility/cohorts-of.ts'
import type { Criterion } from '../eligibility/criterion.ts'
import { ruleText } from '../eligibility/rule-text.ts'
import type { TrialCriterion } from '../trial/trial-criterion.ts'
import { askedCohorts } from './asked-cohorts.ts'
import type { CaseloadTally } from './caseload-tally.ts'

/** One criterion on the way from all considered to those who remain. Named after the contract's schema. */
export interface AttritionStep {
  readonly criterionId: string
  readonly kind: Criterion['kind'] | 'notStated'
  readonly class: Criterion['class']
  readonly text: string
  readonly ruleText: string | null
  /** The cohorts whose patients alone it asks; null where it asks everybody. */
  readonly appliesTo: string[] | null
  /** It asks one cohort otherwise than another: by itself it stops nobody, because another cohort may take the patient. */
  readonly isByCohort: boolean
  /** Whom the criterion is the first to stop, for good or for now. Null in any number: suppressed, in a draft 0 too. */
  readonly removed: number | null
  /** Of those removed, stopped only for now. */
  readonly notYet: number | null
  /** Of those who remain, not known here. */
  readonly undecided: number | null
  /** Whom nothing so far surely stops. */
  readonly remaining: number | null
}

/** The steps in protocol order with exact numbers: considered = all removed + remaining at the last. */
export function attritionSteps(criteria: readonly TrialCriterion[], tally: CaseloadTally): AttritionStep[] {
  return criteria.map((criterion, index) => {
    const { id, kind, class: className, text, expr, isKindStated } = criterion
    const gone = tally.removed.slice(0, index + 1).reduce((sum, number) => sum + number, 0)
    return {
      criterionId: id,
      kind: isKindStated ? kind : 'notStated',
      class: className,
      text,
      ruleText: expr === null ? null : ruleText(expr),
      appliesTo: askedCohorts(criterion),
      isByCohort: cohortsOf([criterion]).length > 0,
      removed: tally.removed[index] ?? null,
      notYet: tally.notYet[index] ?? null,
      undecided: tally.undecided[index] ?? null,
      remaining: tally.considered - gone,
    }
  })
}
