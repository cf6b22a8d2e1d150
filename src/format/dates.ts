import type { CalendarDate, PartialDate } from '#domain/identity/calendar-date.ts'
import { monthNames } from '#domain/identity/month-names.ts'
import { notKnown } from './not-known.ts'

/**
 * A date in clinical places (banner, results, tables): `06-Aug-2018`, and `Aug-2018` or `2018` where only that is known.
 * The text is cut, never parsed into an instant, so no time zone can move it.
 */
export function clinicalDate(date: PartialDate | null): string {
  if (date === null) return notKnown
  const { year, month, day } = partsOf(date)
  return [day, month?.slice(0, 3), year].filter((part) => part !== undefined).join('-')
}

/** A date in prose, headings and forms: `6 August 2018`, and `August 2018` or `2018` where only that is known. */
export function proseDate(date: PartialDate | null): string {
  if (date === null) return notKnown
  const { year, month, day } = partsOf(date)
  return [day?.replace(/^0/, ''), month, year].filter((part) => part !== undefined).join(' ')
}

/** An instant as London saw it, in clinical places: `06-Aug-2018 17:30`. */
export function clinicalInstant(instant: string): string {
  const { date, time } = londonParts(instant)
  return `${clinicalDate(date)} ${time}`
}

/** The calendar date in London of an instant: `2018-08-06T23:30:00Z` is `2018-08-07`. */
export function londonDate(instant: string): CalendarDate {
  return londonParts(instant).date
}

/** The time of day in London of an instant: `17:30`. */
export function londonTime(instant: string): string {
  return londonParts(instant).time
}

/** The months named in data, `2026-07`, as `July 2026`. */
export function monthName(month: string): string {
  return proseDate(month)
}

function partsOf(date: PartialDate) {
  const [year, month, day] = date.split('-')
  return { year, month: month === undefined ? undefined : monthNames[Number(month) - 1], day }
}

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

function londonParts(instant: string): { date: CalendarDate; time: string } {
  const part = Object.fromEntries(london.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  return { date: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` }
}
