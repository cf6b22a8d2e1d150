import { type CriterionOutcome, isDeciding } from './criterion-outcome.ts'
import type { TrialOutcome } from './trial-outcome.ts'

/**
 * The criteria of which a clinician's verdict has to be looked at again: it does not count as it stands any more, and
 * software does not say the same.
 */
export function criteriaToLookAt({ criteria }: Pick<TrialOutcome, 'criteria'>): readonly CriterionOutcome[] {
  return criteria.filter(
    (outcome) => isDeciding(outcome) && outcome.override?.state === 'toReview' && outcome.state === 'person',
  )
}
