import type { BiomarkerLeaf } from '../leaf.ts'
import type { BiomarkerFact } from '../patient-facts.ts'
import { isSameProteinChange } from '../protein-change.ts'
import { plainResult } from '../recorded-word.ts'
import type { BiomarkerAnswer } from './biomarker-answer.ts'

/**
 * The latest test of the gene that answers for the protein change. A negative test that names no change rules out every
 * change of the gene; one that names a change rules out only that.
 */
export function coverOfVariant(leaf: BiomarkerLeaf, tests: readonly BiomarkerFact[]): BiomarkerAnswer | null {
  for (const test of tests) {
    const result = plainResult(test.result)
    const isAsked = leaf.hgvsP === undefined || (test.hgvsP !== null && isSameProteinChange(leaf.hgvsP, test.hgvsP))
    if (result === 'present' && isAsked) return answerTo(leaf, test, true)
    const rulesOut = test.hgvsP === null || (leaf.hgvsP !== undefined && !leaf.hgvsP.endsWith('*') && isAsked)
    if (result === 'absent' && rulesOut) return answerTo(leaf, test, false)
  }
  return null
}

/** Typing names what it found, at most two alleles of a gene: two others rule out the one asked for. */
export function coverOfHla(leaf: BiomarkerLeaf, tests: readonly BiomarkerFact[]): BiomarkerAnswer | null {
  const wanted = plainAllele(leaf.allele ?? '')
  const others = new Map<string, BiomarkerFact>()
  for (const test of tests) {
    if (test.allele === null) continue
    const found = plainAllele(test.allele)
    const isAsked = found === wanted || found.startsWith(`${wanted}:`)
    const isCoarse = wanted.startsWith(`${found}:`)
    const result = plainResult(test.result)
    if (result === 'present' && isAsked) return answerTo(leaf, test, true)
    if (result === 'absent' && (isAsked || isCoarse)) return answerTo(leaf, test, false)
    if (result === 'present' && !isCoarse) others.set(found, test)
  }
  const [first, second] = [...others.values()]
  return first !== undefined && second !== undefined ? answerTo(leaf, first, false) : null
}

/** A question for absence is the same answer turned round. */
function answerTo(leaf: BiomarkerLeaf, test: BiomarkerFact, isPresent: boolean): BiomarkerAnswer {
  const wantsPresent = plainResult(leaf.result ?? 'present') !== 'absent'
  return { test, verdict: isPresent === wantsPresent ? 'met' : 'notMet' }
}

/** "HLA-A*02:01" and "A*02:01" → "02:01". */
export function plainAllele(allele: string): string {
  return allele.trim().replace(/^.*\*/u, '')
}
