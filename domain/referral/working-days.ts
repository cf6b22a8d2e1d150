import { addDays, type CalendarDate, daysBetween, isoWeekday } from '../identity/calendar-date.ts'
import { bankHolidaysEngland } from './bank-holidays-england.ts'

/**
 * The date on which `days` whole working days after `from` have passed; `from` itself does not count, so a referral
 * sent on Friday 3 July 2026 with one day is due at the end of Monday 6 July. With 0 days it is `from`, even on a
 * weekend. Throws RangeError unless `days` is a whole number from 0.
 */
export function addWorkingDays(from: CalendarDate, days: number): CalendarDate {
  if (!Number.isInteger(days) || days < 0) {
    throw new RangeError(`Cannot count ${days} working days from ${from}: give a whole number, 0 or more.`)
  }
  let date = from
  for (let left = days; left > 0; ) {
    date = addDays(date, 1)
    if (isWorkingDay(date)) left -= 1
  }
  return date
}

/** Working days after `from` up to and including `to`; negative when `to` is the earlier date. */
export function workingDaysBetween(from: CalendarDate, to: CalendarDate): number {
  if (to < from) return -workingDaysBetween(to, from)
  const weeks = Math.floor(daysBetween(from, to) / 7)
  const daysOverWholeWeeks = daysBetween(from, to) % 7
  let weekdays = weeks * 5
  for (let back = 0; back < daysOverWholeWeeks; back += 1) {
    if (!isWeekend(addDays(to, -back))) weekdays += 1
  }
  return weekdays - bankHolidaysEngland.filter((holiday) => from < holiday && holiday <= to).length
}

/** Monday to Friday, except the bank holidays of England. */
export function isWorkingDay(date: CalendarDate): boolean {
  return !isWeekend(date) && !holidays.has(date)
}

const holidays: ReadonlySet<CalendarDate> = new Set(bankHolidaysEngland)

function isWeekend(date: CalendarDate): boolean {
  return isoWeekday(date) >= 6
}
