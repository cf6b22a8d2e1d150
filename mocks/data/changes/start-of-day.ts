import { addDays, type CalendarDate } from '#domain/identity/calendar-date.ts'
import { calendarDateInLondon } from '#domain/identity/calendar-date-in-london.ts'

/** The instant (ISO 8601 in UTC) at which a day begins in London: an hour before midnight UTC while it is summer time. */
export function startOfDay(on: CalendarDate): string {
  const inSummer = `${addDays(on, -1)}T23:00:00.000Z`
  return calendarDateInLondon(new Date(inSummer)) === on ? inSummer : `${on}T00:00:00.000Z`
}
