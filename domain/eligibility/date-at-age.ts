import { addDays, addMonths, type CalendarDate } from '../identity/calendar-date.ts'

/**
 * The day on which a person completes `count` years or months. Who is born on a day that the month lacks completes them
 * on the 1st of the next month: born 29-Feb-2008, 18 on 01-Mar-2026 (the rule in England and Wales).
 */
export function dateAtAge(bornOn: CalendarDate, count: number, unit: 'years' | 'months'): CalendarDate {
  const day = addMonths(bornOn, unit === 'years' ? count * 12 : count)
  return day.slice(8) === bornOn.slice(8) ? day : addDays(day, 1)
}
