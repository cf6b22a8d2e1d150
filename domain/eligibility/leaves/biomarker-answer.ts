import type { BiomarkerFact } from '../patient-facts.ts'
import type { Tri } from '../tri.ts'

/** What one test says to the question. Unknown: it is a test of it, but its words or unit cannot be compared. */
export interface BiomarkerAnswer {
  readonly test: BiomarkerFact
  readonly verdict: Tri
}
