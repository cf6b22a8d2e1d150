import type { BiomarkerFact } from '../patient-facts.ts'
import type { Tri } from '../tri.ts'

/**
 * What the tests say to the question, by one of them. Unknown: `opposite` is a test that says otherwise and is not overruled
 * (see `oppositeTest`), or else its words or unit cannot be compared.
 */
export interface BiomarkerAnswer {
  readonly test: BiomarkerFact
  readonly verdict: Tri
  readonly opposite: BiomarkerFact | null
}

/** What one test says to the question by itself. Unknown: nothing. */
export interface JudgedTest {
  readonly test: BiomarkerFact
  readonly verdict: Tri
}
