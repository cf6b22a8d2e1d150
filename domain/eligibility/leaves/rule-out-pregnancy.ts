import type { CalendarDate } from '../../identity/calendar-date.ts'
import { isWithinDays } from '../date-window.ts'
import type { ConditionLeaf } from '../event-leaf.ts'
import { evidenceOfReading } from '../evidence-of.ts'
import { explainContradiction, explainReading, explainStale } from '../explain-reading.ts'
import { factName } from '../fact-name.ts'
import { settled, undecided } from '../finding.ts'
import { daysOfPregnancy, labWindowDays } from '../freshness.ts'
import { namedItem } from '../item-name.ts'
import type { PatientFacts, Reading } from '../patient-facts.ts'
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
  const test = facts.labs.hcg?.latest
  if (concept !== 'pregnancy' || test === undefined || comparableWord(String(test.value)) !== 'negative') return null
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
  const test = facts.labs.hcg?.latest
  if (test !== undefined) {
    const isFresh = isWithinDays(test.on, anchor, labWindowDays('hcg'))
    const result = comparableWord(String(test.value))
    const sentence = `${explainReading(factName('hcg'), test)} (${test.source})`
    if (isFresh && result === 'positive') return settled('met', sentence, evidenceOfReading(test))
    if (isFresh && result === 'negative') return settled('notMet', sentence, evidenceOfReading(test))
    if (result === 'positive' && isWithinDays(test.on, anchor, daysOfPregnancy)) {
      const words = explainStale(factName('hcg'), test, anchor, usualWindow(labWindowDays('hcg')))
      return undecided('stale', namedItem('lab:hcg'), words, evidenceOfReading(test))
    }
  }
  const potential = evaluateChildbearingPotential(facts, anchor)
  return potential.verdict === 'notMet' ? potential : null
}
