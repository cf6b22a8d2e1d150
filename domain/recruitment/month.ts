import { addDays, addMonths, type CalendarDate } from '../identity/calendar-date.ts'

/** A calendar month as `YYYY-MM`. */
export type Month = string

/** The month a date lies in. */
export function monthOf(date: CalendarDate): Month {
  return date.slice(0, 7)
}

/** The last day of a month: `endOfMonth('2028-02')` is 2028-02-29. */
export function endOfMonth(month: Month): CalendarDate {
  return addDays(addMonths(`${month}-01`, 1), -1)
}

/** All months from the first to the last, both included; empty when the last comes before the first. */
export function monthsThrough(first: Month, last: Month): readonly Month[] {
  const months: Month[] = []
  for (let month = first; month <= last; month = monthOf(addMonths(`${month}-01`, 1))) months.push(month)
  return months
}
