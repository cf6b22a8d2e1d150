import { type CalendarDate, isCalendarDate } from '#domain/identity/calendar-date.ts'
import { monthNames } from '#domain/identity/month-names.ts'

/**
 * A date as people type it, day before month: `6/8/2018`, `06-Aug-2018`, `6 August 2018`, `2018-08-06`.
 * Null when it is not a date of the calendar, for example 30 February.
 */
export function parseDateInput(text: string): CalendarDate | null {
  const parts = text
    .trim()
    .toLowerCase()
    .split(/[\s/.,-]+/)
  if (parts.length !== 3) return null
  const [first = '', second = '', third = ''] = parts
  return /^\d{4}$/.test(first) ? dateOf(first, second, third) : dateOf(third, second, first)
}

function dateOf(yearText: string, monthText: string, dayText: string): CalendarDate | null {
  const month = monthNumber(monthText)
  if (!/^\d{4}$/.test(yearText) || month === null || !/^\d{1,2}$/.test(dayText)) return null
  const date = `${yearText}-${String(month).padStart(2, '0')}-${dayText.padStart(2, '0')}`
  return isCalendarDate(date) ? date : null
}

/** A number, a month's name or its first three letters and more: 8, aug, august. */
function monthNumber(text: string): number | null {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const index = text.length < 3 ? -1 : monthNames.findIndex((name) => name.toLowerCase().startsWith(text))
  return index === -1 ? null : index + 1
}
