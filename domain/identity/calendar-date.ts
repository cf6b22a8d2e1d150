/** A calendar date in Europe/London as `YYYY-MM-DD`. It has no time and no zone, so summer time cannot move it. */
export type CalendarDate = string

/** A date known only in part: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. The length is the precision. */
export type PartialDate = string

/** Months run from 1 to 12. */
export interface CalendarDateParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** True for a day that exists: '2024-02-29' yes, '2023-02-29' no, '2024-2-9' no. Years 0001 to 9999. */
export function isCalendarDate(text: string): boolean {
  return parseCalendarDate(text) !== null
}

/** The parts of a day that exists, else null. Use it on input; the other functions expect a valid date. */
export function parseCalendarDate(text: string): CalendarDateParts | null {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return null
  const year = digitsOf(text, 0, 4)
  const month = digitsOf(text, 5, 7)
  const day = digitsOf(text, 8, 10)
  const exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  return exists ? { year, month, day } : null
}

/** The number that some digits make; not a number where one of them is none. By far the most asked of all that is worked out. */
function digitsOf(text: string, from: number, to: number): number {
  let number = 0
  for (let place = from; place < to; place += 1) {
    const digit = text.charCodeAt(place) - zero
    if (digit < 0 || digit > 9) return Number.NaN
    number = 10 * number + digit
  }
  return number
}

const zero = 48

/** Gregorian length of a month from 1 to 12: (2000, 2) → 29, (1900, 2) → 28. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The day that lies `days` later, or earlier when negative: ('2026-03-28', 2) → '2026-03-30'. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return formatDayNumber(dayNumber(date) + days)
}

/** Days from the first date to the second; negative when the second is earlier. ('2026-03-28', '2026-03-30') → 2. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The same day of a later or earlier month, or that month's last day: ('2026-01-31', 1) → '2026-02-28'. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = partsOf(date)
  const monthCount = year * 12 + month - 1 + months
  const newYear = Math.floor(monthCount / 12)
  const newMonth = monthCount - newYear * 12 + 1
  return formatParts({ year: newYear, month: newMonth, day: Math.min(day, daysInMonth(newYear, newMonth)) })
}

/**
 * Completed years on a date. A person born on 29 February completes a year on 1 March of a common year, as the law of
 * England and Wales counts. Negative before birth.
 */
export function ageInYears(bornOn: CalendarDate, on: CalendarDate): number {
  return Math.floor(ageInMonths(bornOn, on) / 12)
}

/** Completed months on a date; born on the 31st, a month of 30 days is completed on the 1st of the next. */
export function ageInMonths(bornOn: CalendarDate, on: CalendarDate): number {
  const born = partsOf(bornOn)
  const then = partsOf(on)
  const months = (then.year - born.year) * 12 + then.month - born.month
  return then.day < born.day ? months - 1 : months
}

/** Negative when the first is earlier, 0 for the same day, positive when it is later: fit for sorting. */
export function compareCalendarDates(a: CalendarDate, b: CalendarDate): number {
  return dayNumber(a) - dayNumber(b)
}

/** 1 for Monday to 7 for Sunday, as ISO 8601 numbers them. */
export function isoWeekday(date: CalendarDate): number {
  const thursdaysAway = (dayNumber(date) - epochThursday) % 7
  return ((thursdaysAway + 7 + 3) % 7) + 1
}

const daysPerEra = 146_097
/** Days from 1 March of year 0 to 1 January 1970, a Thursday. */
const epochThursday = 719_468

/** Days since 1 March of year 0, in whole numbers only: no clock, no zone, no rounding. Era = 400 Gregorian years. */
function dayNumber(date: CalendarDate): number {
  const { year, month, day } = partsOf(date)
  const marchYear = month > 2 ? year : year - 1
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return era * daysPerEra + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
}

function formatDayNumber(number: number): CalendarDate {
  const era = Math.floor(number / daysPerEra)
  const dayOfEra = number - era * daysPerEra
  const leapDaysGone = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDaysGone) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
  return formatParts({ year, month, day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1 })
}

function formatParts({ year, month, day }: CalendarDateParts): CalendarDate {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  if (!isCalendarDate(text)) throw new RangeError(`The date ${text} lies outside the years 0001 to 9999`)
  return text
}

function partsOf(date: CalendarDate): CalendarDateParts {
  const parts = parseCalendarDate(date)
  if (parts === null)
    throw new RangeError(`"${date}" is not a calendar date: write it as YYYY-MM-DD and check that the day exists`)
  return parts
}
