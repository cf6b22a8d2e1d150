import type { PartialDate } from './calendar-date.ts'
import { calendarDateInLondon } from './calendar-date-in-london.ts'
import { monthNames } from './month-names.ts'

/**
 * A date in clinical places, which nobody reads with day and month swapped: '2026-08-03' → '03-Aug-2026', and 'Aug-2026'
 * or '2026' where only that is known. The text is cut, never parsed into an instant, so no time zone can move it.
 */
export function displayDate(on: PartialDate): string {
  const { year, month, day } = partsOf(on)
  return [day, month?.slice(0, 3), year].filter((part) => part !== undefined).join('-')
}

/** A date in prose: '2026-08-03' → '3 August 2026', and 'August 2026' or '2026' where only that is known. */
export function dateInWords(on: PartialDate): string {
  const { year, month, day } = partsOf(on)
  return [day?.replace(/^0/, ''), month, year].filter((part) => part !== undefined).join(' ')
}

/** The minute in London at an instant: '2026-08-03T23:30:00Z' → '04-Aug-2026 00:30'. */
export function displayInstant(instant: string): string {
  return `${displayDate(calendarDateInLondon(new Date(instant)))} ${displayTime(instant)}`
}

/** The time of day in London at an instant: '2026-08-03T23:30:00Z' → '00:30'. */
export function displayTime(instant: string): string {
  return londonTime.format(new Date(instant))
}

function partsOf(date: PartialDate) {
  const [year, month, day] = date.split('-')
  return { year, month: month === undefined ? undefined : (monthNames[Number(month) - 1] ?? month), day }
}

const londonTime = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' })
