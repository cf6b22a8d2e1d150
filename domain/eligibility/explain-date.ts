import type { PartialDate } from '../identity/calendar-date.ts'
import { calendarDateInLondon } from '../identity/calendar-date-in-london.ts'
import { monthNames } from '../identity/month-names.ts'

/** 'DD-MMM-YYYY' as the record may be read aloud without mixing day and month: '2026-08-03' → '03-Aug-2026'. */
export function displayDate(on: PartialDate): string {
  const year = on.slice(0, 4)
  if (on.length < 7) return on
  const month = on.slice(5, 7)
  const name = monthNames[Number(month) - 1]?.slice(0, 3) ?? month
  return on.length < 10 ? `${name}-${year}` : `${on.slice(8)}-${name}-${year}`
}

/** The minute in London at an instant: '2026-08-03T23:30:00Z' → '04-Aug-2026 00:30'. */
export function displayInstant(instant: string): string {
  const at = new Date(instant)
  return `${displayDate(calendarDateInLondon(at))} ${londonTime.format(at)}`
}

const londonTime = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' })
