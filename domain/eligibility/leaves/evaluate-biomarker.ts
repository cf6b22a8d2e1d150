import { compareNumber } from '../compare-number.ts'
import { comparisonWords } from '../comparison-words.ts'
import { evidenceOfBiomarker } from '../evidence-of.ts'
import { displayValue } from '../explain-reading.ts'
import { unitSuffix } from '../fact-name.ts'
import { settled, undecided } from '../finding.ts'
import { geneSymbol } from '../gene-symbol.ts'
import { namedItem } from '../item-name.ts'
import type { BiomarkerLeaf } from '../leaf.ts'
import { numberIn } from '../number-in-unit.ts'
import type { BiomarkerFact, PatientFacts } from '../patient-facts.ts'
import { plainResult } from '../recorded-word.ts'
import { stainedProtein } from '../stained-protein.ts'
import type { Tri } from '../tri.ts'
import type { Finding } from '../verdict.ts'
import type { BiomarkerAnswer } from './biomarker-answer.ts'
import { biomarkerName } from './biomarker-name.ts'
import { explainOpposites, explainTest, explainUnanswered, isOfAskedGenes } from './explain-test.ts'
import { judgeFusion, pairsAsked } from './fusion-cover.ts'
import { coverOfHla } from './hla-cover.ts'
import { latestAnswer } from './latest-answer.ts'
import { isFailed, uncertainResults } from './test-result.ts'
import { judgeVariant } from './variant-cover.ts'

/**
 * The latest day with a valid test that answers the question. Tested and not there: notMet. No test of it: unknown, not
 * tested. Only failed samples: unknown. A test that found something else of the same gene is no test of what is asked.
 * Opposite reports of that day answer nothing, nor does one that did not find what an earlier one found; numbers that
 * differ are opposites only where they lie on both sides of the limit, because then alone does it matter which one holds.
 */
export function evaluateBiomarker(leaf: BiomarkerLeaf, facts: PatientFacts): Finding {
  const item = namedItem(`biomarker:${biomarkerName(leaf)}`)
  const name = item.label
  if (leaf.type === 'rareInCommon') {
    return undecided('notComputed', item, 'A person must say whether a rare alteration was found in a common cancer')
  }
  const ofType = facts.biomarkers.filter((test) => test.type === leaf.type && isSubject(leaf, test))
  const tests = leaf.centralReview === true ? ofType.filter((test) => test.isCentralReview) : ofType
  const answer = answerOf(leaf, tests.filter(isValid), facts)
  if (answer !== null && answer.verdict !== 'unknown') {
    const sentence = `${explainTest(name, answer.test)}; asked: ${askedResult(leaf)}`
    return settled(answer.verdict, sentence, evidenceOfBiomarker(answer.test))
  }
  if (answer !== null && answer.opposite !== null) {
    const sentence = explainOpposites(name, answer.test, answer.opposite)
    return undecided('contradictory', item, sentence, evidenceOfBiomarker(answer.test))
  }
  if (answer !== null) {
    const sentence = `${explainTest(name, answer.test)}: cannot be compared with what is asked`
    return undecided('unit', item, sentence, evidenceOfBiomarker(answer.test))
  }
  const failed = tests.find((test) => isFailed(test) && isOfAskedGenes(leaf, test))
  if (failed !== undefined) {
    return undecided(
      'sampleFailed',
      item,
      `${explainTest(name, failed)}: the sample gave no result`,
      evidenceOfBiomarker(failed),
    )
  }
  const [latest, ...earlier] = tests.filter((test) => isValid(test) && isOfAskedGenes(leaf, test))
  if (latest !== undefined) {
    const sentence = explainUnanswered(leaf, name, [latest, ...earlier])
    return undecided('notTested', item, sentence, evidenceOfBiomarker(latest))
  }
  const local = ofType.find(isValid)
  if (leaf.centralReview === true && local !== undefined) {
    return undecided(
      'notTested',
      item,
      `${explainTest(name, local)}: central review is not recorded`,
      evidenceOfBiomarker(local),
    )
  }
  return undecided('notTested', item, `${name}: not tested`)
}

/** `tests` are the valid ones of what is asked. One report may deny another that is of more genes or changes than that. */
function answerOf(leaf: BiomarkerLeaf, tests: readonly BiomarkerFact[], facts: PatientFacts): BiomarkerAnswer | null {
  const isOfKind = (test: BiomarkerFact) =>
    test.type === leaf.type && (leaf.centralReview !== true || test.isCentralReview)
  const valid = facts.biomarkers.filter((test) => isOfKind(test) && isValid(test))
  if (leaf.type === 'fusion') return answerOfFusion(leaf, tests, valid)
  if (leaf.type === 'hla') return coverOfHla(leaf, tests, valid)
  const judged = tests.map((test) => ({ test, verdict: judgeTest(leaf, test) }))
  const answer = latestAnswer(judged, valid)
  const [incomparable] = leaf.type === 'variant' ? [] : judged
  return answer ?? (incomparable === undefined ? null : { ...incomparable, opposite: null })
}

/** Met by one of the pairs; absence needs a negative test of every one. */
function answerOfFusion(
  leaf: BiomarkerLeaf,
  tests: readonly BiomarkerFact[],
  valid: readonly BiomarkerFact[],
): BiomarkerAnswer | null {
  const answers = pairsAsked(leaf).map((pair) =>
    latestAnswer(
      tests.map((test) => ({ test, verdict: judgeFusion(pair, test) })),
      valid,
    ),
  )
  const found = answers.find((answer) => answer?.verdict === 'met') ?? answers.find((answer) => answer?.opposite)
  return found ?? (answers.includes(null) ? null : (answers[0] ?? null))
}

function judgeTest(leaf: BiomarkerLeaf, test: BiomarkerFact): Tri {
  if (leaf.type === 'variant') return judgeVariant(leaf, test)
  return leaf.cmp === undefined ? hasResult(leaf, test) : hasValue(leaf, test)
}

function isValid(test: BiomarkerFact): boolean {
  return !isFailed(test)
}

function isSubject(leaf: BiomarkerLeaf, test: BiomarkerFact): boolean {
  if (leaf.gene !== undefined && !test.genes.includes(geneSymbol(leaf.gene))) return false
  return (
    leaf.marker === undefined || (test.marker !== null && stainedProtein(test.marker) === stainedProtein(leaf.marker))
  )
}

/** A word that is neither the one asked for nor an uncertain one is another result of the same test. */
function hasResult(leaf: BiomarkerLeaf, test: BiomarkerFact): Tri {
  const found = plainResult(test.result)
  if (found === plainResult(leaf.result ?? 'present')) return 'met'
  return uncertainResults.includes(found) ? 'unknown' : 'notMet'
}

/** A marker reported as absent is below any "at least"; other words give no number. */
function hasValue(leaf: BiomarkerLeaf, test: BiomarkerFact): Tri {
  const { cmp, value } = leaf
  if (cmp === undefined || value === undefined) return 'unknown'
  if (test.value === null)
    return plainResult(test.result) === 'absent' && (cmp === '>=' || cmp === '>') && value > 0 ? 'notMet' : 'unknown'
  const found =
    leaf.unit === undefined
      ? test.value
      : numberIn({ value: test.value, unit: test.unit }, leaf.unit, leaf.marker ?? leaf.type)
  if (found === null) return 'unknown'
  return compareNumber(found, cmp, value) ? 'met' : 'notMet'
}

/** What is asked of the result: "at least 6 IRS", "dMMR". */
function askedResult({ cmp, value, unit, result }: BiomarkerLeaf): string {
  if (cmp === undefined || value === undefined) return displayValue(result ?? 'present')
  return `${comparisonWords[cmp]} ${displayValue(value)}${unitSuffix(unit ?? null)}`
}
