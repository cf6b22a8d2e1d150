import { ageInYears, type CalendarDate, daysBetween } from '../../identity/calendar-date.ts'
import type { Contradiction } from '../contradicting-records.ts'
import { isWithinDays } from '../date-window.ts'
import { daysText } from '../days-text.ts'
import { evidenceOfReading } from '../evidence-of.ts'
import { explainReading, sourceAndDate } from '../explain-reading.ts'
import { factName } from '../fact-name.ts'
import { claimed, settled, undecided } from '../finding.ts'
import { childhoodWindowDays } from '../freshness.ts'
import { namedItem } from '../item-name.ts'
import type { SexLeaf } from '../leaf.ts'
import { opposedFinding } from '../opposed-finding.ts'
import { type PatientFacts, type Reading, resultsOf } from '../patient-facts.ts'
import { comparableWord, presenceOf, yesOrNo } from '../recorded-word.ts'
import { usualWindow, windowLimit } from '../value-window.ts'
import type { Evidence, Finding } from '../verdict.ts'

export function evaluateSex(leaf: SexLeaf, facts: PatientFacts): Finding {
  if (facts.sex === null) return undecided('missing', namedItem('sex'), 'Sex is not recorded')
  const evidence = sexEvidence(facts)
  const isAmong = leaf.in.includes(facts.sex)
  const sentence = `Sex: ${facts.sex} (${evidence.source}); asked: ${leaf.in.join(' or ')}`
  return claimed(isAmong, sentence, evidence)
}

/**
 * A recorded statement decides; without one only male sex does, because nothing else rules childbearing out safely. That
 * a girl cannot be pregnant ages; that anybody cannot is denied by a pregnancy found on that day or later.
 */
export function evaluateChildbearingPotential(facts: PatientFacts, anchor: CalendarDate): Finding {
  const item = namedItem('childbearing-potential')
  const { childbearingPotential: reading } = facts
  const stated = reading === null ? 'unknown' : yesOrNo(reading.value)
  if (reading !== null && stated !== 'unknown') {
    const words = stated === 'met' ? 'Of childbearing potential' : 'Not of childbearing potential'
    const sentence = `${words}, recorded ${sourceAndDate(reading)}`
    const evidence = evidenceOfReading(reading)
    const pregnancy = stated === 'notMet' ? pregnancyBeside(reading, facts) : null
    if (pregnancy !== null) {
      const found = `${explainReading(`${pregnancy.label}:`, pregnancy.reading)} (${pregnancy.reading.source})`
      return undecided('contradictory', item, `${sentence}, cannot be true beside ${found}`, evidence)
    }
    if (isOfChildhood(reading, facts) && !isWithinDays(reading.on, anchor, childhoodWindowDays)) {
      const age = daysText(daysBetween(reading.on, anchor))
      const words = `${sentence}, before the age of ${adultYears}, is ${age} old; ${windowLimit(usualWindow(childhoodWindowDays))}`
      return undecided('stale', item, words, evidence)
    }
    return settled(stated, sentence, evidence)
  }
  const opposed = reading === null ? null : opposedFinding(item, `${item.label}:`, reading)
  if (facts.sex !== 'male' && opposed !== null) return opposed
  if (facts.sex === 'male') {
    const evidence = sexEvidence(facts)
    return settled('notMet', `Not of childbearing potential: sex is recorded as male (${evidence.source})`, evidence)
  }
  return undecided('missing', item, 'Childbearing potential is not recorded')
}

/** Whether a "no" was said of a child, whom only her age may have kept from it. */
export function isOfChildhood({ on, value }: Reading, { bornOn, sex }: PatientFacts): boolean {
  return yesOrNo(value) === 'notMet' && sex !== 'male' && bornOn !== null && ageInYears(bornOn, on) < adultYears
}

const adultYears = 18

/** A test or a record that says that she is pregnant. In a man the test is a tumour marker. */
function pregnancyBeside(reading: Reading, facts: PatientFacts): Contradiction | null {
  if (facts.sex === 'male') return null
  const [condition] = facts.conditions.pregnancy ?? []
  if (condition !== undefined && condition.on >= reading.on && presenceOf(condition.value) === 'active')
    return { label: factName('pregnancy'), reading: condition }
  const test = resultsOf(facts.labs.hcg).find(({ value }) => comparableWord(String(value)) === 'positive')
  return test !== undefined && test.on >= reading.on ? { label: factName('hcg'), reading: test } : null
}

function sexEvidence(facts: PatientFacts): Evidence {
  return { value: facts.sex, unit: null, on: null, source: 'Patient record', rowId: facts.patientId }
}
