import type { Outcome } from '../eligibility/outcome-label.ts'

/** One patient and one trial, as they were screened. */
export interface ScreenedPair {
  /** The trial takes many cancers: nearly every patient has such trials, so that they are counted nowhere. */
  readonly isBasket: boolean
  readonly outcome: Outcome
  /** How many items could still change the outcome: missing, out of date, contradictory or for a person to answer. */
  readonly openItems: number
}

/**
 * What "data missing" means wherever pairs or patients are counted by it: the trial is for the patient's own cancer,
 * does not fail on what is known, and something could still change its answer. A patient has data missing with one such
 * trial. What was never recorded and changes no answer is not missing in this sense; the worklist lists it apart.
 */
export function hasDataMissing({ isBasket, outcome, openItems }: ScreenedPair): boolean {
  return !isBasket && outcome !== 'notMatched' && openItems > 0
}
