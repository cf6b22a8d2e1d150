import type { CalendarDate, PartialDate } from '#domain/identity/calendar-date.ts'
import { calendarDateInLondon } from '#domain/identity/calendar-date-in-london.ts'
import { dateInWords, displayDate, displayInstant, displayTime } from '#domain/identity/date-words.ts'
import { notKnown } from './not-known.ts'

/** A date in clinical places (banner, results, tables): `06-Aug-2018`, and `Aug-2018` or `2018` where only that is known. */
export function clinicalDate(date: PartialDate | null): string {
  return date === null ? notKnown : displayDate(date)
}

/** A date in prose, headings and forms: `6 August 2018`, and `August 2018` or `2018` where only that is known. */
export function proseDate(date: PartialDate | null): string {
  return date === null ? notKnown : dateInWords(date)
}

/** An instant as London saw it, in clinical places: `06-Aug-2018 17:30`. */
export function clinicalInstant(instant: string): string {
  return displayInstant(instant)
}

/** The calendar date in London of an instant: `2018-08-06T23:30:00Z` is `2018-08-07`. */
export function londonDate(instant: string): CalendarDate {
  return calendarDateInLondon(new Date(instant))
}

/** The time of day in London of an instant: `17:30`. */
export function londonTime(instant: string): string {
  return displayTime(instant)
}

/** The months named in data, `2026-07`, as `July 2026`. */
export function monthName(month: string): string {
  return proseDate(month)
}
