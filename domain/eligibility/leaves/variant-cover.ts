import type { BiomarkerLeaf } from '../leaf.ts'
import type { BiomarkerFact } from '../patient-facts.ts'
import { isSameProteinChange } from '../protein-change.ts'
import { plainResult } from '../recorded-word.ts'
import { notTri, type Tri } from '../tri.ts'

/**
 * What one test of the gene says to a question for a protein change. A negative test that names no change rules out every
 * change of the gene; one that names a change rules out only that.
 */
export function judgeVariant(leaf: BiomarkerLeaf, test: BiomarkerFact): Tri {
  const result = plainResult(test.result)
  const isAsked = leaf.hgvsP === undefined || (test.hgvsP !== null && isSameProteinChange(leaf.hgvsP, test.hgvsP))
  if (result === 'present' && isAsked) return answerTo(leaf, 'met')
  const rulesOut = test.hgvsP === null || (leaf.hgvsP !== undefined && !leaf.hgvsP.endsWith('*') && isAsked)
  return result === 'absent' && rulesOut ? answerTo(leaf, 'notMet') : 'unknown'
}

/** A question for absence is the same answer turned round. */
export function answerTo({ result }: BiomarkerLeaf, isPresent: Tri): Tri {
  return plainResult(result ?? 'present') === 'absent' ? notTri(isPresent) : isPresent
}
