import { addDays, type CalendarDate, daysBetween, type PartialDate } from '../identity/calendar-date.ts'
import { earliestDay, latestDay } from '../identity/partial-date.ts'
import type { Tri } from './tri.ts'

/** True for the anchor itself, for `days` days before it and everything between; never for a later day. */
export function isWithinDays(on: CalendarDate, anchor: CalendarDate, days: number): boolean {
  const age = daysBetween(on, anchor)
  return age >= 0 && age <= days
}

/** The same for a date known only in part: unknown while its possible days lie on both sides of the window's start. */
export function partialWithinDays(on: PartialDate, anchor: CalendarDate, days: number): Tri {
  const first = earliestDay(on)
  const windowStart = addDays(anchor, -days)
  if (first > anchor || latestDay(on) < windowStart) return 'notMet'
  return first >= windowStart ? 'met' : 'unknown'
}
