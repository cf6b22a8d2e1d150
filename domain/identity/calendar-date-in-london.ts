import type { CalendarDate } from './calendar-date.ts'

const londonDate = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' })

/** The calendar date in London at an instant, for example 2026-07-01T23:30:00Z is "2026-07-02". */
export function calendarDateInLondon(instant: Date): CalendarDate {
  return londonDate.format(instant)
}
