import type { TrialAssessment } from '../eligibility/assess-trial.ts'
import { cohortsOf } from '../eligibility/cohorts-of.ts'
import { type CriterionOutcome, isBlockerForNow, isFinalBlocker } from '../eligibility/criterion-outcome.ts'

/** What one criterion does to one patient. `stopsForNow`: until something changes or time passes. */
export type CriterionAnswer = 'passes' | 'undecided' | 'stopsForNow' | 'stops'

/**
 * The answer of every criterion of the trial, in protocol order. A criterion of one cohort stops nobody, because the
 * patient may join another, and advisory criteria never stop.
 */
export function criterionAnswers({ trial, criteria }: TrialAssessment): readonly CriterionAnswer[] {
  const outcomes = new Map(criteria.criteria.map((outcome) => [outcome.criterion.id, outcome]))
  return trial.record.criteria.map(({ id }) => {
    const outcome = outcomes.get(id)
    return outcome === undefined ? 'passes' : answerOf(outcome)
  })
}

function answerOf(outcome: CriterionOutcome): CriterionAnswer {
  const { criterion, state } = outcome
  if (state === 'met') return 'passes'
  if (state !== 'notMet') return 'undecided'
  if (cohortsOf([criterion]).length > 0) return 'passes'
  if (isFinalBlocker(outcome)) return 'stops'
  return isBlockerForNow(outcome) ? 'stopsForNow' : 'passes'
}
