import { type CalendarDate, daysInMonth, isCalendarDate, type PartialDate } from './calendar-date.ts'

export type DatePrecision = 'year' | 'month' | 'day'

/** How much of the date is known, or null when the text is no date: '2024-02' → 'month', '2024-13' → null. */
export function partialDatePrecision(text: string): DatePrecision | null {
  if (/^\d{4}$/.test(text)) return isCalendarDate(`${text}-01-01`) ? 'year' : null
  if (/^\d{4}-\d{2}$/.test(text)) return isCalendarDate(`${text}-01`) ? 'month' : null
  return isCalendarDate(text) ? 'day' : null
}

/** True for 'YYYY', 'YYYY-MM' and 'YYYY-MM-DD' when the month and the day exist. */
export function isPartialDate(text: string): boolean {
  return partialDatePrecision(text) !== null
}

/** The first day that the date can mean: '2024-02' → '2024-02-01'. Throws a RangeError for text that is no date. */
export function earliestDay(date: PartialDate): CalendarDate {
  const precision = precisionOf(date)
  return precision === 'day' ? date : precision === 'month' ? `${date}-01` : `${date}-01-01`
}

/** The last day that the date can mean: '2024-02' → '2024-02-29'. Throws a RangeError for text that is no date. */
export function latestDay(date: PartialDate): CalendarDate {
  const precision = precisionOf(date)
  if (precision === 'day') return date
  if (precision === 'year') return `${date}-12-31`
  return `${date}-${daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)))}`
}

function precisionOf(date: PartialDate): DatePrecision {
  const precision = partialDatePrecision(date)
  if (precision === null) throw new RangeError(`"${date}" is not a date: write YYYY, YYYY-MM or YYYY-MM-DD`)
  return precision
}
