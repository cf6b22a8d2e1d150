import type { BiomarkerLeaf } from '../leaf.ts'
import type { BiomarkerFact } from '../patient-facts.ts'
import { changesProtein, isSameProteinChange } from '../protein-change.ts'
import { plainResult } from '../recorded-word.ts'
import { notTri, type Tri } from '../tri.ts'

/**
 * What one test of the gene says to a question for a protein change. A negative test that names no change rules out every
 * change of the gene; one that names a change rules out only that. A report that what it found changes nothing, or not what,
 * says neither.
 */
export function judgeVariant(leaf: BiomarkerLeaf, test: BiomarkerFact): Tri {
  const result = plainResult(test.result)
  const isAsked = isAskedChange(leaf, test)
  if (result === 'present' && isAsked) return answerTo(leaf, 'met')
  const rulesOut = test.hgvsP === null || (leaf.hgvsP !== undefined && !leaf.hgvsP.endsWith('*') && isAsked)
  return result === 'absent' && rulesOut ? answerTo(leaf, 'notMet') : 'unknown'
}

/** A question without a change is for any that changes the protein, also where the report does not name it. */
function isAskedChange({ hgvsP: asked }: BiomarkerLeaf, { hgvsP: found }: BiomarkerFact): boolean {
  if (asked === undefined) return found === null || changesProtein(found)
  return found !== null && isSameProteinChange(asked, found)
}

/** A question for absence is the same answer turned round. */
export function answerTo({ result }: BiomarkerLeaf, isPresent: Tri): Tri {
  return plainResult(result ?? 'present') === 'absent' ? notTri(isPresent) : isPresent
}
