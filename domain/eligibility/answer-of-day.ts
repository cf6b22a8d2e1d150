import { displayDate } from '../identity/date-words.ts'
import { evidenceOfReading } from './evidence-of.ts'
import { displayValue } from './explain-reading.ts'
import { unitSuffix } from './fact-name.ts'
import { undecided } from './finding.ts'
import type { Reading } from './patient-facts.ts'
import { boundOf } from './report-bound.ts'
import type { Evidence, Finding, SettlingItem } from './verdict.ts'
import { listed } from './word-list.ts'

/** A result of a day with what it says to the question by itself. */
export interface JudgedResult {
  readonly reading: Reading
  readonly finding: Finding
}

/** What is asked, in words: the name of the test, what would settle it, and "at most 1.5 mg/dL". */
export interface AskedOfDay {
  readonly label: string
  readonly item: SettlingItem
  readonly asked: string
}

/**
 * The answer of several results of one day. On one side of the limit it does not matter which one counts, and the others
 * are named. On both sides nobody knows, nor where one cannot be compared: no record says which sample was taken last.
 */
export function answerOfDay(judged: readonly JudgedResult[], asked: AskedOfDay): Finding {
  const [first, ...others] = judged
  if (first === undefined) throw new RangeError('A day without any result has no answer')
  if (others.length === 0) return first.finding
  const open = judged.find(({ finding }) => finding.verdict === 'unknown')
  const readings = judged.map(({ reading }) => reading)
  if (open !== undefined) {
    const beside = listed(readings.filter((each) => each !== open.reading).map(resultText), 'and')
    return {
      ...open.finding,
      sentence: `${open.finding.sentence}; recorded beside it on that day: ${beside}`,
      evidence: evidenceOfDay(readings),
    }
  }
  if (others.some(({ finding }) => finding.verdict !== first.finding.verdict))
    return undecided('contradictory', asked.item, explainBothSides(readings, asked), evidenceOfDay(readings))
  const rest = listed(
    others.map(({ reading }) => resultText(reading)),
    'and',
  )
  const so = others.length === 1 ? 'so is' : 'so are'
  const sentence = `${first.finding.sentence}; ${so} ${rest} of that day`
  return { ...first.finding, sentence, evidence: evidenceOfDay(readings) }
}

/** "Creatinine: 1.6 mg/dL (Laboratory system) and 1.4 mg/dL (Clinic letter), both of 12-Nov-2026, answer differently; asked: at most 1.5 mg/dL; …". */
function explainBothSides(readings: readonly Reading[], { label, asked }: AskedOfDay): string {
  const [first] = readings
  const both = readings.length === 2 ? 'both' : 'all'
  const day = first === undefined ? '' : displayDate(first.on)
  return `${label}: ${listed(readings.map(resultText), 'and')}, ${both} of ${day}, answer differently; asked: ${asked}; ${whichOne}`
}

/** Either can be right, because a test can be repeated on a day. */
export const whichOne = 'which one counts is not recorded: take back the other, or repeat the test'

/** "1.6 mg/dL (Laboratory system)". */
function resultText(reading: Reading): string {
  return `${valueText(reading)} (${reading.source})`
}

function valueText(reading: Reading): string {
  return `${boundOf(reading) ?? ''}${displayValue(reading.value)}${unitSuffix(reading.unit)}`
}

/** All of them, so that what rests on the one of them is looked at again when another changes. */
function evidenceOfDay(readings: readonly Reading[]): Evidence | null {
  const [first] = readings
  if (first === undefined) return null
  return {
    ...evidenceOfReading(first),
    value: readings.map(valueText).join(' and '),
    unit: null,
    source: [...new Set(readings.map(({ source }) => source))].join(' and '),
  }
}
