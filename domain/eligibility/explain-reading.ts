import { type CalendarDate, daysBetween } from '../identity/calendar-date.ts'
import { displayDate } from '../identity/date-words.ts'
import { daysText, windowText } from './days-text.ts'
import { recordedWordInside, unitSuffix } from './fact-name.ts'
import type { Comparison } from './leaf.ts'
import type { Reading } from './patient-facts.ts'
import { boundOf } from './report-bound.ts'
import { type ValueWindow, windowLimit } from './value-window.ts'
import { listed } from './word-list.ts'

/** "Platelets 82 ×10⁹/L on 03-Aug-2026", "AFP <2 µg/L on 03-Aug-2026". */
export function explainReading(label: string, reading: Reading): string {
  return `${label} ${boundOf(reading) ?? ''}${displayValue(reading.value)}${unitSuffix(reading.unit)} on ${displayDate(reading.on)}`
}

/** "Platelets 82 ×10⁹/L on 03-Aug-2026 is below the limit of 100 (Laboratory system)". */
export function explainComparison(
  label: string,
  reading: Reading,
  isInside: boolean,
  cmp: Comparison,
  limit: string,
): string {
  return `${explainReading(label, reading)} is ${positionWords[cmp][isInside ? 'inside' : 'outside']} ${limit} (${reading.source})`
}

/** "ANC 2.1 ×10⁹/L on 14-Jul-2026 (Laboratory system) is 21 days old; asked: at most 14 days". */
export function explainStale(label: string, reading: Reading, anchor: CalendarDate, window: ValueWindow): string {
  return `${explainReading(label, reading)} (${reading.source}) ${tooOldWords(reading.on, anchor, window)}`
}

/** "is 21 days old; asked: at most 14 days", of a day that does not lie in the window. */
export function tooOldWords(on: CalendarDate, anchor: CalendarDate, window: ValueWindow): string {
  const age = daysBetween(on, anchor)
  const when = age < 0 ? `is dated after ${displayDate(anchor)}, when it is needed` : `is ${daysText(age)} old`
  return `${when}; ${windowLimit(window)}`
}

/** "; asked: within 28 days, clear from 30-Aug-2026": the window of an event, and when time alone ends it. */
export function explainWindow(withinDays: number | undefined, clearFrom: CalendarDate | null): string {
  if (withinDays === undefined) return ''
  const clear = clearFrom === null ? '' : `, clear from ${displayDate(clearFrom)}`
  return `; asked: within ${windowText(withinDays)}${clear}`
}

/**
 * "Stroke: active on 01-Jan-2026 (Clinic letter), 214 days ago; whether it went on within 183 days is not recorded", or
 * where no window is asked "…; usual limit: 90 days; whether it still goes on is not recorded".
 */
export function explainUnended(label: string, reading: Reading, anchor: CalendarDate, window: ValueWindow): string {
  const age = daysBetween(reading.on, anchor)
  const when = age < 0 ? `after ${displayDate(anchor)}, when it is needed` : `${daysText(age)} ago`
  const open = window.isAsked
    ? `whether it went on within ${windowText(window.days)} is not recorded`
    : `${windowLimit(window)}; whether it still goes on is not recorded`
  return `${explainReading(label, reading)} (${reading.source}), ${when}; ${open}`
}

/** "ECOG performance status 0 and 3 on 03-Aug-2026 cannot both be true (Clinic letter): ...". */
export function explainOpposed(label: string, reading: Reading): string {
  return `${explainReading(label, reading)} cannot both be true (${reading.source}): correct or take back the wrong one`
}

/** "Disease extent: localised on 01-Aug-2026 (MDT proforma) cannot be true beside Liver metastasis: present on ...". */
export function explainContradiction(
  label: string,
  reading: Reading,
  other: { readonly label: string; readonly reading: Reading },
): string {
  const first = `${explainReading(`${label}:`, reading)} (${reading.source})`
  const second = `${explainReading(`${other.label}:`, other.reading)} (${other.reading.source})`
  return `${first} cannot be true beside ${second}: record which one holds`
}

/** "grade 2 on 03-Aug-2026 (MDT proforma)". */
export function sourceAndDate(reading: { readonly on: CalendarDate; readonly source: string }): string {
  return `on ${displayDate(reading.on)} (${reading.source})`
}

/**
 * A number as it was recorded: rounded, it could be said to lie on the wrong side of a limit. Only what binary arithmetic
 * adds is left out (0.30000000000000004). A coded word reads as people write it: "locally advanced".
 */
export function displayValue(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return displayNumber(value)
  // Opposite words of one day stand together: "stable and refractory".
  return value.split(' and ').map(recordedWordInside).join(' and ')
}

function displayNumber(value: number): string {
  const text = String(value)
  return text.length <= longestAsRecorded ? text : String(Number(value.toPrecision(longestAsRecorded)))
}

/** Characters that a number can have without any digit that binary arithmetic added. */
const longestAsRecorded = 12

const positionWords: Readonly<Record<Comparison, { readonly inside: string; readonly outside: string }>> = {
  '<': { inside: 'below the limit of', outside: 'not below the limit of' },
  '<=': { inside: 'at or below the limit of', outside: 'above the limit of' },
  '=': { inside: 'as asked:', outside: 'not' },
  '>=': { inside: 'at or above the limit of', outside: 'below the limit of' },
  '>': { inside: 'above the limit of', outside: 'not above the limit of' },
}

/** "0, 1 or 2": the words that a question names, as a sentence gives them. */
export function displayList(values: readonly (string | number)[]): string {
  return listed(values.map(displayValue), 'or')
}
