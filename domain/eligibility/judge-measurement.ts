import type { CalendarDate } from '../identity/calendar-date.ts'
import { answerOfDay } from './answer-of-day.ts'
import { compareNumber } from './compare-number.ts'
import { comparisonWords } from './comparison-words.ts'
import { isWithinDays } from './date-window.ts'
import { evidenceOfReading } from './evidence-of.ts'
import { displayValue, explainComparison, explainReading, explainStale } from './explain-reading.ts'
import { unitSuffix } from './fact-name.ts'
import { claimed, undecided } from './finding.ts'
import type { Comparison } from './leaf.ts'
import { numberIn } from './number-in-unit.ts'
import type { Reading } from './patient-facts.ts'
import { boundedAnswer, boundOf } from './report-bound.ts'
import type { ValueWindow } from './value-window.ts'
import type { Finding, SettlingItem } from './verdict.ts'

/** What a protocol asks of one measurement, and what results there are. */
export interface MeasurementQuestion {
  readonly code: string
  readonly label: string
  readonly item: SettlingItem
  /** The results of the newest day, which say different things where there are several; none where nothing is recorded. */
  readonly results: readonly Reading[]
  readonly cmp: Comparison
  readonly limit: number | string
  /** UCUM, xULN or xLLN (multiples of the limit on the same report), or "qual" for a word. */
  readonly unit: string
  readonly window: ValueWindow
  readonly anchor: CalendarDate
}

/**
 * Compares a fresh result with its limit. Missing, stale, without its reference limit or in a foreign unit: unknown, and so
 * are results of one day of which one answers otherwise.
 */
export function judgeMeasurement(question: MeasurementQuestion): Finding {
  const { label, item, results, anchor, window } = question
  const [reading] = results
  if (reading === undefined) return undecided('missing', item, `${label}: not recorded`)
  if (!isWithinDays(reading.on, anchor, window.days)) {
    return undecided('stale', item, explainStale(label, reading, anchor, window), evidenceOfReading(reading))
  }
  const judged = results.map((each) => ({ reading: each, finding: judgeResult(question, each) }))
  return answerOfDay(judged, { label, item, asked: askedOf(question) })
}

function judgeResult(question: MeasurementQuestion, reading: Reading): Finding {
  return typeof question.limit === 'string'
    ? judgeWord(question, reading, question.limit)
    : judgeNumber(question, reading, question.limit)
}

function judgeNumber(question: MeasurementQuestion, reading: Reading, limit: number): Finding {
  const { label, item, unit } = question
  if (typeof reading.value !== 'number') return notComparable(question, reading)
  if (unit === 'xULN' || unit === 'xLLN') {
    const referenceLimit = unit === 'xULN' ? reading.upperLimit : reading.lowerLimit
    const name = unit === 'xULN' ? 'upper limit of normal' : 'lower limit of normal'
    if (referenceLimit === null || referenceLimit <= 0) {
      const sentence = `${explainReading(label, reading)} cannot be compared: the report gives no ${name} (${reading.source})`
      return undecided(unit === 'xULN' ? 'ulnMissing' : 'llnMissing', item, sentence, evidenceOfReading(reading))
    }
    const words = `${displayValue(limit)}${unitSuffix(unit)} (${name} ${displayValue(referenceLimit)}${unitSuffix(reading.unit)})`
    return judgeAgainst(question, reading, { value: reading.value, limit: limit * referenceLimit, words })
  }
  const value = numberIn(reading, unit, question.code)
  if (value === null) return notComparable(question, reading)
  const words = `${displayValue(limit)}${unitSuffix(unit)}`
  return judgeAgainst(question, reading, { value, limit, words })
}

/** Both numbers in one unit. A result that is reported only as below or above a value may lie on either side. */
function judgeAgainst(
  { label, item, cmp }: MeasurementQuestion,
  reading: Reading,
  { value, limit, words }: { readonly value: number; readonly limit: number; readonly words: string },
): Finding {
  const bound = boundOf(reading)
  const isInside = bound === null ? compareNumber(value, cmp, limit) : boundedAnswer(bound, value, cmp, limit)
  if (isInside === null) {
    const sentence = `${explainReading(label, reading)} can be on either side of the limit of ${words}: the report gives no exact value (${reading.source})`
    return undecided('onlyBound', item, sentence, evidenceOfReading(reading))
  }
  return claimed(isInside, explainComparison(label, reading, isInside, cmp, words), evidenceOfReading(reading))
}

function judgeWord(question: MeasurementQuestion, reading: Reading, asked: string): Finding {
  const found = String(reading.value).trim().toLowerCase()
  const wanted = asked.toLowerCase()
  if (typeof reading.value === 'number' || (found !== wanted && found !== opposites[wanted])) {
    return notComparable(question, reading)
  }
  const isInside = found === wanted
  return claimed(isInside, explainComparison(question.label, reading, isInside, '=', asked), evidenceOfReading(reading))
}

/** "at most 1.5 × ULN", "negative". */
function askedOf({ cmp, limit, unit }: MeasurementQuestion): string {
  if (typeof limit === 'string') return limit
  return `${cmp === '=' ? '' : `${comparisonWords[cmp]} `}${displayValue(limit)}${unitSuffix(unit)}`
}

function notComparable(question: MeasurementQuestion, reading: Reading): Finding {
  const wanted = question.unit === 'qual' ? `"${question.limit}"` : `${question.limit}${unitSuffix(question.unit)}`
  const sentence = `${explainReading(question.label, reading)} cannot be compared with ${wanted} (${reading.source})`
  return undecided('unit', question.item, sentence, evidenceOfReading(reading))
}

/** Words of a test, and the word that answers no to each. */
export const opposites: Readonly<Record<string, string>> = {
  negative: 'positive',
  positive: 'negative',
  undetectable: 'detectable',
  detectable: 'undetectable',
  absent: 'present',
  present: 'absent',
  normal: 'abnormal',
  abnormal: 'normal',
}
