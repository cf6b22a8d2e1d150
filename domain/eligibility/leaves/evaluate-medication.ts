import { addDays, type CalendarDate } from '../../identity/calendar-date.ts'
import { compareNumber } from '../compare-number.ts'
import { completenessItem, isConfirmedComplete, notConfirmed } from '../completeness.ts'
import { isWithinDays } from '../date-window.ts'
import { windowText } from '../days-text.ts'
import type { MedicationLeaf } from '../event-leaf.ts'
import { evidenceOfReading } from '../evidence-of.ts'
import { displayValue, explainReading, explainWindow } from '../explain-reading.ts'
import { factName, factNameInside } from '../fact-name.ts'
import { settled, undecided } from '../finding.ts'
import { coveringDays } from '../freshness.ts'
import { namedItem } from '../item-name.ts'
import type { PatientFacts, Reading } from '../patient-facts.ts'
import { negativeOrSilence } from '../recorded-state.ts'
import { presenceOf } from '../recorded-word.ts'
import { type Tri, triOf } from '../tri.ts'
import type { Finding } from '../verdict.ts'

/**
 * Taken now ("active"), or on a day inside the window: a medicine that goes on is inside, one that was stopped counts
 * with the day it was stopped. A medicine counts under its own name and under the class noted with it.
 */
export function evaluateMedication(leaf: MedicationLeaf, facts: PatientFacts, anchor: CalendarDate): Finding {
  const label = factName(leaf.concept)
  const window = leaf.withinDays === undefined ? '' : ` within ${windowText(leaf.withinDays)}`
  const medicines = Object.entries(facts.medications).filter(([name, readings]) =>
    isNamed(leaf.concept, name, readings),
  )
  const answers = medicines.flatMap(([, readings]) =>
    readings
      .filter((reading) => isTaken(leaf, readings, reading, anchor))
      .map((reading) => ({ reading, verdict: isDose(leaf, reading) })),
  )
  const found = answers.find((answer) => answer.verdict === 'met')
  if (found !== undefined) {
    const isOver = answers.every(({ reading }) => presenceOf(reading.value) === 'past')
    const lastDay =
      answers
        .map(({ reading }) => reading.on)
        .sort()
        .at(-1) ?? found.reading.on
    const changesOn = isOver && leaf.withinDays !== undefined ? addDays(lastDay, leaf.withinDays + 1) : null
    const words = `${explainReading(`${label}:`, found.reading)} (${found.reading.source})${explainWindow(leaf.withinDays, changesOn)}`
    if (leaf.only === true) return judgeOnly(leaf, facts, anchor, found.reading, words)
    return settled('met', words, evidenceOfReading(found.reading), changesOn)
  }
  const open = answers.find((answer) => answer.verdict === 'unknown')
  if (open !== undefined) {
    const item = namedItem(`medication:${leaf.concept}:dose`)
    return undecided(
      'missing',
      item,
      `${explainReading(`${label}:`, open.reading)}: dose not recorded (${open.reading.source})`,
      evidenceOfReading(open.reading),
    )
  }
  const together = sumOfDoses(leaf, medicines)
  if (together !== null) {
    const sentence = `${explainReading(`${label}:`, together.reading)}: ${displayValue(together.dose)} mg a day of all taken together (${together.reading.source})`
    return settled('met', sentence, evidenceOfReading(together.reading))
  }
  const vague = medicines.find(([, [reading]]) => reading !== undefined && presenceOf(reading.value) === 'unknown')
  const unended = medicines.find(([, readings]) => isEndUnknown(leaf, readings, anchor))
  const [reading] = (vague ?? unended)?.[1] ?? []
  if (reading !== undefined) {
    const item = namedItem(`medication:${leaf.concept}`)
    const why = vague === undefined ? 'the day it was stopped is not recorded' : 'does not say whether it is taken'
    return undecided(
      'missing',
      item,
      `${explainReading(`${label}:`, reading)}: ${why} (${reading.source})`,
      evidenceOfReading(reading),
    )
  }
  const latest = facts.medications[leaf.concept]?.[0]
  const isNegative = latest !== undefined && ['absent', 'past'].includes(presenceOf(latest.value))
  const absence = `No ${factNameInside(leaf.concept)}${window} is recorded`
  const negative = isNegative ? latest : undefined
  const windowDays = coveringDays('medicines-reviewed', leaf)
  return negativeOrSilence(facts, 'medicines-reviewed', anchor, label, negative, absence, windowDays)
}

function isNamed(concept: string, name: string, readings: readonly Reading[]): boolean {
  return name === concept || readings.some((reading) => reading.detail.class === concept)
}

function isTaken(leaf: MedicationLeaf, readings: readonly Reading[], reading: Reading, anchor: CalendarDate): boolean {
  const presence = presenceOf(reading.value)
  if (presence === 'active' && readings[0] === reading) return true
  if (leaf.withinDays === undefined || leaf.status === 'active') return false
  return (presence === 'active' || presence === 'past') && isWithinDays(reading.on, anchor, leaf.withinDays)
}

function isDose(leaf: MedicationLeaf, reading: Reading): Tri {
  if (leaf.doseMgPredEqMin === undefined) return 'met'
  const dose = reading.detail.doseMgPredEq
  if (typeof dose !== 'number') return 'unknown'
  return triOf(compareNumber(dose, leaf.doseCmp ?? '>=', leaf.doseMgPredEqMin))
}

type Medicine = readonly [name: string, readings: readonly Reading[]]

/** The daily dose of several medicines of the class that go on, where only their sum reaches the limit. */
function sumOfDoses(leaf: MedicationLeaf, medicines: readonly Medicine[]) {
  const { doseMgPredEqMin: limit, doseCmp } = leaf
  const taken = medicines.flatMap(([, [latest]]) =>
    latest !== undefined && presenceOf(latest.value) === 'active' ? [latest] : [],
  )
  const [reading] = taken
  if (limit === undefined || reading === undefined) return null
  const doses = taken.map(({ detail }) => detail.doseMgPredEq).filter((dose) => typeof dose === 'number')
  const dose = doses.reduce((sum, each) => sum + each, 0)
  return compareNumber(dose, doseCmp ?? '>=', limit) ? { reading, dose } : null
}

/** Taken before, and found stopped on a day inside the window: it may have been taken on an earlier day inside it. */
function isEndUnknown(leaf: MedicationLeaf, readings: readonly Reading[], anchor: CalendarDate): boolean {
  const { withinDays } = leaf
  const [latest, ...earlier] = readings
  if (withinDays === undefined || leaf.status === 'active' || latest === undefined) return false
  const wasTaken = earlier.some(({ value }) => presenceOf(value) === 'active')
  return presenceOf(latest.value) === 'absent' && wasTaken && isWithinDays(latest.on, anchor, withinDays)
}

/** Another active medicine of the same class says no; that there is none must be confirmed. */
function judgeOnly(
  leaf: MedicationLeaf,
  facts: PatientFacts,
  anchor: CalendarDate,
  taken: Reading,
  words: string,
): Finding {
  const evidence = evidenceOfReading(taken)
  const others = Object.entries(facts.medications)
    .filter(([name]) => name !== leaf.concept && name !== taken.detail.class)
    .map(([, readings]) => readings[0])
    .filter((reading) => reading !== undefined && presenceOf(reading.value) === 'active')
  const sameClass = others.find(
    (reading) => taken.detail.class !== undefined && reading?.detail.class === taken.detail.class,
  )
  if (sameClass !== undefined) return settled('notMet', `${words}, but not the only one of its class`, evidence)
  const category = 'medicines-reviewed'
  const windowDays = coveringDays(category, leaf)
  if (isConfirmedComplete(facts, category, anchor, windowDays))
    return settled('met', `${words}, and no other of its class`, evidence)
  const item = completenessItem(category)
  const sentence = `${words}, and no other of its class is recorded${notConfirmed(facts, category, anchor, windowDays)}`
  const absence = `No other medicine of the class of ${factNameInside(leaf.concept)} is recorded`
  return { ...undecided('notConfirmedComplete', item, sentence, evidence), absence }
}
