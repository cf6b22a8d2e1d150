import type { CalendarDate } from '../../identity/calendar-date.ts'
import { isWithinDays } from '../date-window.ts'
import type { ConditionLeaf } from '../event-leaf.ts'
import { evidenceOfReading } from '../evidence-of.ts'
import { explainContradiction, explainReading, explainStale } from '../explain-reading.ts'
import { factName } from '../fact-name.ts'
import { settled, undecided } from '../finding.ts'
import { daysOfPregnancy, labWindowDays } from '../freshness.ts'
import { namedItem } from '../item-name.ts'
import { type PatientFacts, type Reading, resultsOf } from '../patient-facts.ts'
import { comparableWord } from '../recorded-word.ts'
import { usualWindow } from '../value-window.ts'
import type { Finding } from '../verdict.ts'
import { evaluateChildbearingPotential, evaluateSex } from './evaluate-person.ts'

/**
 * A pregnancy that was recorded, and a negative test of that day or later: one of them is wrong, or it has ended. `null`
 * where there is no such test, or it is too old.
 */
export function pregnancyDenial(
  { concept }: ConditionLeaf,
  pregnancy: Reading,
  facts: PatientFacts,
  anchor: CalendarDate,
): Finding | null {
  const test = resultsOf(facts.labs.hcg).find((each) => resultOf(each) === 'negative')
  if (concept !== 'pregnancy' || test === undefined) return null
  if (test.on < pregnancy.on || !isWithinDays(test.on, anchor, labWindowDays('hcg'))) return null
  const sentence = explainContradiction(factName('pregnancy'), pregnancy, { label: factName('hcg'), reading: test })
  return undecided('contradictory', namedItem('condition:pregnancy'), sentence, evidenceOfReading(pregnancy))
}

/**
 * What else than the problem list answers for pregnancy and breastfeeding: male sex, no childbearing potential, a fresh
 * pregnancy test. A positive test that has grown old is no answer, and hides what else there is. `null` for other conditions and where none of these is known.
 */
export function ruleOutPregnancy(concept: string, facts: PatientFacts, anchor: CalendarDate): Finding | null {
  if (concept !== 'pregnancy' && concept !== 'breastfeeding') return null
  if (facts.sex === 'male') return { ...evaluateSex({ op: 'sex', in: ['male'] }, facts), verdict: 'notMet' }
  if (concept === 'breastfeeding') return null
  const tested = answerOfTests(resultsOf(facts.labs.hcg), anchor)
  if (tested !== null) return tested
  const potential = evaluateChildbearingPotential(facts, anchor)
  return potential.verdict === 'notMet' ? potential : null
}

/** Tests of one day that all say the same. Of one that is positive among others, or too old, nobody knows. */
function answerOfTests(tests: readonly Reading[], anchor: CalendarDate): Finding | null {
  const [first] = tests
  if (first === undefined) return null
  const isFresh = isWithinDays(first.on, anchor, labWindowDays('hcg'))
  const sentence = `${explainReading(factName('hcg'), first)} (${first.source})`
  const areAll = (word: string) => tests.every((test) => resultOf(test) === word)
  if (isFresh && areAll('positive')) return settled('met', sentence, evidenceOfReading(first))
  if (isFresh && areAll('negative')) return settled('notMet', sentence, evidenceOfReading(first))
  const positive = tests.find((test) => resultOf(test) === 'positive')
  if (positive === undefined || !isWithinDays(positive.on, anchor, daysOfPregnancy)) return null
  const item = namedItem('lab:hcg')
  const evidence = evidenceOfReading(positive)
  const other = tests.find((test) => test !== positive)
  if (isFresh && other !== undefined) {
    const beside = { label: factName('hcg'), reading: other }
    return undecided('contradictory', item, explainContradiction(factName('hcg'), positive, beside), evidence)
  }
  const words = explainStale(factName('hcg'), positive, anchor, usualWindow(labWindowDays('hcg')))
  return undecided('stale', item, words, evidence)
}

function resultOf({ value }: Reading): string {
  return comparableWord(String(value))
}
