import type { BiomarkerLeaf } from '../leaf.ts'
import type { BiomarkerFact } from '../patient-facts.ts'
import { plainResult } from '../recorded-word.ts'
import type { Tri } from '../tri.ts'
import { areTwoAlleles, isSameOrFinerAllele } from './allele.ts'
import type { BiomarkerAnswer } from './biomarker-answer.ts'
import { latestAnswer } from './latest-answer.ts'
import { oppositeTest } from './opposite-test.ts'
import { answerTo } from './variant-cover.ts'

/**
 * Typing names what it found, at most two alleles of a gene: two others that no report denies rule out the one asked for. They
 * have to be two. One that was reported twice, also at another resolution, leaves the second open: a record cannot say that
 * both are the same, so that a homozygous result reads like a repeated one. Nor do they rule out anything beside a third
 * that may be the one asked for, because one of the three must be wrong.
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
  if (tests.some((test) => isFound(test) && !isOther(wanted, test))) return null
  const others = tests.filter((test) => isFound(test) && isOther(wanted, test))
  const [first] = oneOfTwo(others.filter((test) => oppositeTest(test, valid) === null))
  if (first !== undefined) return { test: first, verdict: answerTo(leaf, 'notMet'), opposite: null }
  const denied = oneOfTwo(others).length > 0 && others.find((test) => oppositeTest(test, valid) !== null)
  return denied ? { test: denied, verdict: 'unknown', opposite: oppositeTest(denied, valid) } : null
}

/** The absence of an allele rules out the finer ones that it stands for, and not a coarser one. */
function judgeAllele(wanted: string, { allele, result }: BiomarkerFact): Tri {
  if (allele === null) return 'unknown'
  if (plainResult(result) === 'present' && isSameOrFinerAllele(allele, wanted)) return 'met'
  return plainResult(result) === 'absent' && isSameOrFinerAllele(wanted, allele) ? 'notMet' : 'unknown'
}

function isFound({ allele, result }: BiomarkerFact): boolean {
  return allele !== null && plainResult(result) === 'present'
}

/** Neither the allele asked for nor one that may be it. */
function isOther(wanted: string, { allele }: BiomarkerFact): boolean {
  return allele !== null && areTwoAlleles(allele, wanted)
}

/** Those of which another test found a second allele. */
function oneOfTwo(tests: readonly BiomarkerFact[]): readonly BiomarkerFact[] {
  return tests.filter((one) => tests.some((other) => areTwoAlleles(one.allele ?? '', other.allele ?? '')))
}
