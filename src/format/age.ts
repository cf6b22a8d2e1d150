import { addDays, ageInMonths, type CalendarDate, daysBetween } from '#domain/identity/calendar-date.ts'

/**
 * Age in the units clinicians expect: from 18 years in years (`61y`), from 2 years in years and months (`4y 1m`),
 * from 1 year in months and days (`13m 5d`), from 4 weeks in weeks and days (`5w 1d`), before that in days (`27d`).
 */
export function ageText(bornOn: CalendarDate, on: CalendarDate): string {
  const days = daysBetween(bornOn, on)
  if (days < 0) return 'not yet born'
  const months = ageInMonths(bornOn, on)
  const years = Math.floor(months / 12)
  if (years >= 18) return `${years}y`
  if (years >= 2) return `${years}y ${months % 12}m`
  if (years >= 1) return `${months}m ${daysSinceMonth(bornOn, on, months)}d`
  return days >= 28 ? `${Math.floor(days / 7)}w ${days % 7}d` : `${days}d`
}

/** Days since the last completed month, counted back from the date so that months of all lengths agree with it. */
function daysSinceMonth(bornOn: CalendarDate, on: CalendarDate, months: number): number {
  let days = 0
  while (ageInMonths(bornOn, addDays(on, -(days + 1))) === months) days += 1
  return days
}
