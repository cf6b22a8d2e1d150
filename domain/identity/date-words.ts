import type { PartialDate } from './calendar-date.ts'
import { calendarDateInLondon } from './calendar-date-in-london.ts'
import { monthNames } from './month-names.ts'

/**
 * A date in clinical places, which nobody reads with day and month swapped: '2026-08-03' → '03-Aug-2026', and 'Aug-2026'
 * or '2026' where only that is known. The text is cut, never parsed into an instant, so no time zone can move it.
 */
export function displayDate(on: PartialDate): string {
  const year = on.slice(0, 4)
  if (on.length < 7) return year
  const month = `${monthOf(on).slice(0, 3)}-${year}`
  return on.length < 10 ? month : `${on.slice(8)}-${month}`
}

/** A date in prose: '2026-08-03' → '3 August 2026', and 'August 2026' or '2026' where only that is known. */
export function dateInWords(on: PartialDate): string {
  const year = on.slice(0, 4)
  if (on.length < 7) return year
  const month = `${monthOf(on)} ${year}`
  return on.length < 10 ? month : `${Number(on.slice(8))} ${month}`
}

/** The minute in London at an instant: '2026-08-03T23:30:00Z' → '04-Aug-2026 00:30'. */
export function displayInstant(instant: string): string {
  return `${displayDate(calendarDateInLondon(new Date(instant)))} ${displayTime(instant)}`
}

/** The time of day in London at an instant: '2026-08-03T23:30:00Z' → '00:30'. */
export function displayTime(instant: string): string {
  return londonTime.format(new Date(instant))
}

function monthOf(date: PartialDate): string {
  const month = date.slice(5, 7)
  return monthNames[Number(month) - 1] ?? month
}

const londonTime = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' })
