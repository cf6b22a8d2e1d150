import { cohortsOf } from '../eligibility/cohorts-of.ts'
import type { Criterion } from '../eligibility/criterion.ts'
import { type Bearing, outcomeOfBearings } from '../eligibility/criterion-bearing.ts'
import { isDeciding } from '../eligibility/criterion-outcome.ts'
import { betterOutcome, type Outcome, worseOutcome } from '../eligibility/outcome-label.ts'
import { answerOfBearing, type CriterionAnswer } from './criterion-answer.ts'

/** Patients of whom no more is known than what each criterion means for them, which is the same for all of them. */
export interface JudgedPatients {
  /** In protocol order, up to and with the first that stops them for good, whatever cohort they might join. */
  readonly bearings: readonly Bearing[]
  /**
   * For each cohort that takes patients, the deciding criteria that are about cohorts; null where no criterion is. Not
   * asked, and empty, of those who are stopped for good.
   */
  readonly inCohorts: readonly (readonly Bearing[])[] | null
  /** The best that their cancer allows. */
  readonly best: Outcome
  readonly patients: number
}

/** Up to and with the first that stops for good. */
export function judgedAnswers(
  criteria: readonly Criterion[],
  { bearings }: Pick<JudgedPatients, 'bearings'>,
): readonly CriterionAnswer[] {
  return criteria.slice(0, bearings.length).flatMap((criterion, index) => {
    const bearing = bearings[index]
    return bearing === undefined ? [] : [answerOfBearing(criterion, bearing)]
  })
}

/** The outcome that assessing each of them would give: of several cohorts the best, and no better than the cancer allows. */
export function judgedOutcome(criteria: readonly Criterion[], judged: Omit<JudgedPatients, 'patients'>): Outcome {
  if (judgedAnswers(criteria, judged).at(-1) === 'stops') return 'notMatched'
  const forEverybody = judged.bearings.filter((_bearing, index) => {
    const criterion = criteria[index]
    return criterion !== undefined && isDeciding({ criterion }) && cohortsOf([criterion]).length === 0
  })
  const cohorts = judged.inCohorts ?? [[]]
  const outcome = cohorts
    .map((bearings) => outcomeOfBearings([...forEverybody, ...bearings]))
    .reduce(betterOutcome, 'notMatched')
  return worseOutcome(outcome, judged.best)
}
