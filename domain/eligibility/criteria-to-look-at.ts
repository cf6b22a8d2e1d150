import type { TrialAssessment } from './assess-trial.ts'
import { type CriterionOutcome, isDeciding } from './criterion-outcome.ts'
import type { TrialOutcome } from './trial-outcome.ts'

/**
 * The criteria of which a clinician's verdict has to be looked at again: it does not count as it stands any more, and
 * software does not say the same.
 */
export function criteriaToLookAt({ criteria }: Pick<TrialOutcome, 'criteria'>): readonly CriterionOutcome[] {
  return criteria.filter((outcome) => isDeciding(outcome) && isToLookAgain(outcome))
}

export function isToLookAgain({ override, verdict }: CriterionOutcome): boolean {
  return override?.state === 'toReview' && override.override.verdict !== verdict?.verdict
}

/** Of a trial that something else rules out there is nothing to look at. */
export function worthLookingAt({
  outcome,
  blocking,
  criteria,
}: Pick<TrialAssessment, 'outcome' | 'blocking' | 'criteria'>): readonly CriterionOutcome[] {
  const found = criteriaToLookAt(criteria)
  if (outcome !== 'notMatched') return found
  const texts = new Set(found.map(({ criterion }) => criterion.text))
  return blocking.every((text) => texts.has(text)) ? found : []
}
