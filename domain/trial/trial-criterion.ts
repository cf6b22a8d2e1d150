import type { Criterion } from '../eligibility/criterion.ts'

/** A criterion with its place in the source it was taken from. */
export interface TrialCriterion extends Criterion {
  /** `protocol`: written with its rule; `eligibility-text`: cut from running text; `registry-field`: an age or sex field. */
  readonly origin: 'protocol' | 'eligibility-text' | 'registry-field'
  /**
   * False where the source does not say whether the text includes or excludes. `kind` is then "inclusion" only for want
   * of a word; show such text as "not stated" and never give it a rule before a person has read it.
   */
  readonly isKindStated: boolean
  /** The headings that the text stands under, outermost first, as written. */
  readonly headings: readonly string[]
  /** The number that the source gives it ("12.", "b)"), because other texts refer to it. */
  readonly label: string | null
}
