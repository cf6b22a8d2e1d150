import type { BiomarkerLeaf } from '../leaf.ts'
import type { BiomarkerFact } from '../patient-facts.ts'
import { plainResult } from '../recorded-word.ts'
import type { Tri } from '../tri.ts'
import { isSameOrFinerAllele, plainAllele } from './allele.ts'
import type { BiomarkerAnswer } from './biomarker-answer.ts'
import { latestAnswer } from './latest-answer.ts'
import { oppositeTest } from './opposite-test.ts'
import { answerTo } from './variant-cover.ts'

/**
 * Typing names what it found, at most two alleles of a gene: two others that no report of their day denies rule out the one
 * asked for.
 */
export function coverOfHla(
  leaf: BiomarkerLeaf,
  tests: readonly BiomarkerFact[],
  valid: readonly BiomarkerFact[],
): BiomarkerAnswer | null {
  const wanted = leaf.allele ?? ''
  const judged = tests.map((test) => ({ test, verdict: answerTo(leaf, judgeAllele(wanted, test)) }))
  const answer = latestAnswer(judged, valid)
  if (answer !== null) return answer
  const others = tests.filter((test) => isOther(wanted, test))
  const [first, second] = firstOfEach(others.filter((test) => oppositeTest(test, valid) === null))
  if (first !== undefined && second !== undefined)
    return { test: first, verdict: answerTo(leaf, 'notMet'), opposite: null }
  const denied = firstOfEach(others).length >= 2 && others.find((test) => oppositeTest(test, valid) !== null)
  return denied ? { test: denied, verdict: 'unknown', opposite: oppositeTest(denied, valid) } : null
}

/** The absence of an allele rules out the finer ones that it stands for, and not a coarser one. */
function judgeAllele(wanted: string, { allele, result }: BiomarkerFact): Tri {
  if (allele === null) return 'unknown'
  if (plainResult(result) === 'present' && isSameOrFinerAllele(allele, wanted)) return 'met'
  return plainResult(result) === 'absent' && isSameOrFinerAllele(wanted, allele) ? 'notMet' : 'unknown'
}

/** What was found and is neither the allele asked for nor one that may be it. */
function isOther(wanted: string, { allele, result }: BiomarkerFact): boolean {
  if (allele === null || plainResult(result) !== 'present') return false
  return !isSameOrFinerAllele(allele, wanted) && !isSameOrFinerAllele(wanted, allele)
}

function firstOfEach(tests: readonly BiomarkerFact[]): readonly BiomarkerFact[] {
  return [...Map.groupBy(tests, ({ allele }) => plainAllele(allele ?? '')).values()].flatMap((same) => same.slice(0, 1))
}
