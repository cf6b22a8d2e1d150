import type { CandidatePlace } from './candidate-place.ts'
import type { CriterionState } from './criterion-outcome.ts'
import type { Outcome } from './outcome-label.ts'
import type { TrialOutcome } from './trial-outcome.ts'

/** What the order of candidate trials looks at. */
export interface RankedTrial extends CandidatePlace {
  readonly trialId: string
  readonly outcome: Outcome
  readonly criteria: readonly { readonly state: CriterionState }[]
  readonly counts: TrialOutcome['counts']
}
