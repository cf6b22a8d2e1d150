import { addDays, type CalendarDate } from '../../identity/calendar-date.ts'
import { completenessItem, isConfirmedComplete, notConfirmed } from '../completeness.ts'
import { isWithinDays } from '../date-window.ts'
import { windowText } from '../days-text.ts'
import type { MedicationLeaf } from '../event-leaf.ts'
import { evidenceOfReading } from '../evidence-of.ts'
import { doseAsked, explainDose, explainMedicine, medicineLabel } from '../explain-medicine.ts'
import { displayValue, explainUnended, explainWindow } from '../explain-reading.ts'
import { factName, factNameInside } from '../fact-name.ts'
import { settled, undecided } from '../finding.ts'
import { completenessWindowDays, coveringDays } from '../freshness.ts'
import { stillGoesOn } from '../going-on.ts'
import { namedItem } from '../item-name.ts'
import { type MedicineRecord, medicineRecords, recordedClass, rivalClasses } from '../medicine-records.ts'
import { opposedFinding } from '../opposed-finding.ts'
import type { PatientFacts, Reading } from '../patient-facts.ts'
import { negativeOrSilence } from '../recorded-state.ts'
import { presenceOf } from '../recorded-word.ts'
import { usualWindow, type ValueWindow, valueWindow } from '../value-window.ts'
import type { Finding } from '../verdict.ts'
import {
  isDose,
  isEndUnknown,
  isLapsed,
  isLastActive,
  isTaken,
  isVague,
  recordedNegative,
  sumOfDoses,
} from './taken-medicine.ts'

const category = 'medicines-reviewed'
const usualDays = completenessWindowDays[category]

/**
 * Taken now ("active"), or on a day inside the window: a medicine that goes on is inside, one that was stopped counts
 * with the day it was stopped, and one that was last asked for too long ago leaves the question open. A medicine counts under its own name and under the class noted with it; one that may be
 * of the class leaves the question open.
 */
export function evaluateMedication(leaf: MedicationLeaf, facts: PatientFacts, anchor: CalendarDate): Finding {
  const { concept } = leaf
  const records = medicineRecords(facts)
  const named = records.filter(({ countsAs }) => countsAs.includes(concept))
  const takenNow = named.filter((record) => isTaken(leaf, record, facts, anchor))
  const answers = takenNow.map(({ reading }) => ({ reading, verdict: isDose(leaf, reading) }))
  const taken = answers.filter(({ verdict }) => verdict === 'met').map(({ reading }) => reading)
  const [found] = taken
  if (found !== undefined) {
    const changesOn = clearFrom(
      leaf,
      answers.map(({ reading }) => reading),
    )
    const words = `${explainMedicine(concept, found)}${explainDose(leaf, found)}${explainWindow(leaf.withinDays, changesOn)}`
    if (leaf.only === true) return judgeOnly(leaf, records, facts, anchor, found, words)
    return settled('met', words, evidenceOfReading(found), changesOn)
  }
  const undosed = answers.find(({ verdict }) => verdict === 'unknown')?.reading
  if (undosed !== undefined)
    return missing(`${concept}:dose`, concept, undosed, `dose not recorded; asked: ${doseAsked(leaf)}`)
  const together = sumOfDoses(leaf, takenNow)
  if (together !== null) {
    const sum = `${displayValue(together.dose)} mg a day of all taken together; asked: ${doseAsked(leaf)}`
    return settled('met', `${explainMedicine(concept, together.reading)}: ${sum}`, evidenceOfReading(together.reading))
  }
  const vague = named.find(isVague)?.reading
  if (vague !== undefined) {
    const opposed = opposedFinding(namedItem(`medication:${concept}`), medicineLabel(concept, vague), vague)
    return opposed ?? missing(concept, concept, vague, 'does not say whether it is taken')
  }
  const unended = named.find((record) => isEndUnknown(leaf, record, anchor))?.reading
  if (unended !== undefined) return missing(concept, concept, unended, 'the day it was stopped is not recorded')
  const negative = recordedNegative(leaf, facts)
  const lapsed = named.find(
    (record) => isLapsed(leaf, record, facts, anchor) && !isDenied(leaf, record, negative, anchor),
  )
  if (lapsed !== undefined) return lastTakenLongAgo(concept, lapsed, anchor, valueWindow(leaf, usualDays))
  const possible = records.find(
    (record) => isPossible(leaf, record, facts, anchor) && !isDenied(leaf, record, negative, anchor),
  )
  if (possible !== undefined)
    return missing(concept, possible.name, possible.reading, `whether it is ${factNameInside(concept)} is not recorded`)
  return notTaken(leaf, facts, anchor, negative, answers[0]?.reading)
}

/** The first day on which none that was taken lies inside the window, where all of them are over. */
function clearFrom({ withinDays }: MedicationLeaf, taken: readonly Reading[]): CalendarDate | null {
  const lastDay = taken
    .map(({ on }) => on)
    .sort()
    .at(-1)
  const isOver = taken.every(({ value }) => presenceOf(value) === 'past')
  return isOver && withinDays !== undefined && lastDay !== undefined ? addDays(lastDay, withinDays + 1) : null
}

/** Of a class that may be the one that is asked for, and taken or perhaps taken. */
function isPossible(leaf: MedicationLeaf, record: MedicineRecord, facts: PatientFacts, anchor: CalendarDate): boolean {
  if (!record.mayCountAs.includes(leaf.concept)) return false
  if (isTaken(leaf, record, facts, anchor) || isLapsed(leaf, record, facts, anchor)) return true
  return isVague(record) || isEndUnknown(leaf, record, anchor)
}

/** Asked for since by the name of the question, and found not to be taken. */
function isDenied(
  leaf: MedicationLeaf,
  { reading }: MedicineRecord,
  negative: Reading | undefined,
  anchor: CalendarDate,
): boolean {
  if (negative === undefined || negative.on < reading.on) return false
  return isWithinDays(negative.on, anchor, coveringDays(category, leaf))
}

function lastTakenLongAgo(
  subject: string,
  { name, reading }: MedicineRecord,
  anchor: CalendarDate,
  window: ValueWindow,
): Finding {
  const sentence = explainUnended(medicineLabel(name, reading), reading, anchor, window)
  return undecided('stale', namedItem(`medication:${subject}`), sentence, evidenceOfReading(reading))
}

/** `tooLittle` is taken in a dose below the one that is asked. */
function notTaken(
  leaf: MedicationLeaf,
  facts: PatientFacts,
  anchor: CalendarDate,
  negative: Reading | undefined,
  tooLittle: Reading | undefined,
): Finding {
  const { concept, withinDays } = leaf
  const windowDays = coveringDays(category, leaf)
  if (tooLittle !== undefined && isConfirmedComplete(facts, category, anchor, windowDays)) {
    const sentence = `${explainMedicine(concept, tooLittle)}${explainDose(leaf, tooLittle)}`
    return settled('notMet', sentence, evidenceOfReading(tooLittle))
  }
  const dose = tooLittle === undefined ? '' : `, ${doseAsked(leaf)},`
  const window = withinDays === undefined ? '' : ` within ${windowText(withinDays)}`
  const absence = `No ${factNameInside(concept)}${dose}${window} is recorded`
  return negativeOrSilence(facts, category, anchor, factName(concept), negative, absence, windowDays)
}

function missing(subject: string, name: string, reading: Reading, why: string): Finding {
  const sentence = `${explainMedicine(name, reading)}: ${why}`
  return undecided('missing', namedItem(`medication:${subject}`), sentence, evidenceOfReading(reading))
}

/** Another active medicine of the same class says no; that there is none must be confirmed. */
function judgeOnly(
  leaf: MedicationLeaf,
  records: readonly MedicineRecord[],
  facts: PatientFacts,
  anchor: CalendarDate,
  taken: Reading,
  words: string,
): Finding {
  const evidence = evidenceOfReading(taken)
  const rivals = records.filter((record) => isRival(leaf.concept, recordedClass(taken), record))
  const another = rivals.find(({ reading }) => stillGoesOn(reading, facts, category, anchor))
  if (another !== undefined) {
    const beside = `beside ${explainMedicine(another.name, another.reading)}`
    return settled('notMet', `${words}, ${beside}: not the only one of its class`, evidence)
  }
  const [formerRival] = rivals
  if (formerRival !== undefined) return lastTakenLongAgo(formerRival.name, formerRival, anchor, usualWindow(usualDays))
  const unclear = records.find((record) => isPossibleRival(leaf.concept, record))
  if (unclear !== undefined)
    return missing(leaf.concept, unclear.name, unclear.reading, 'whether it is another of the class is not recorded')
  const windowDays = coveringDays(category, leaf)
  if (isConfirmedComplete(facts, category, anchor, windowDays))
    return settled('met', `${words}, and no other of its class`, evidence)
  const item = completenessItem(category)
  const sentence = `${words}, and no other of its class is recorded${notConfirmed(facts, category, anchor, windowDays)}`
  const absence = `No other medicine of the class of ${factNameInside(leaf.concept)} is recorded`
  return { ...undecided('notConfirmedComplete', item, sentence, evidence), absence }
}

/** Last recorded as taken, and certainly another one of a class that this one is of too. */
function isRival(concept: string, ownClass: string | null, record: MedicineRecord): boolean {
  const classes = [...rivalClasses(concept), ...(ownClass === null ? [] : [ownClass])]
  return isOther(concept, record) && record.name !== ownClass && record.countsAs.some((name) => classes.includes(name))
}

/** What was recorded by a wider class may be this very medicine, or another one beside it, as while one takes over. */
function isPossibleRival(concept: string, record: MedicineRecord): boolean {
  return isOther(concept, record) && record.mayCountAs.includes(concept)
}

function isOther(concept: string, record: MedicineRecord): boolean {
  return isLastActive(record) && !record.countsAs.includes(concept)
}
