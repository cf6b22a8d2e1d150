import type { CalendarDate } from '../identity/calendar-date.ts'

/**
 * Bank holidays of England and Wales, with the substitute weekdays for those that fall on a weekend: the days of the
 * Banking and Financial Dealings Act 1971 and the yearly royal proclamations, as GOV.UK lists them. One-off holidays
 * are proclaimed about a year ahead, so the list is compared with GOV.UK each year and carried on. The years up to
 * `bankHolidaysLastYear` are complete; before and after the list only weekends count as days off, which makes a date
 * due sooner, never later.
 */
export const bankHolidaysEngland: readonly CalendarDate[] = [
  '2024-01-01', // New Year's Day
  '2024-03-29', // Good Friday
  '2024-04-01', // Easter Monday
  '2024-05-06', // Early May
  '2024-05-27', // Spring
  '2024-08-26', // Summer
  '2024-12-25', // Christmas Day
  '2024-12-26', // Boxing Day
  '2025-01-01', // New Year's Day
  '2025-04-18', // Good Friday
  '2025-04-21', // Easter Monday
  '2025-05-05', // Early May
  '2025-05-26', // Spring
  '2025-08-25', // Summer
  '2025-12-25', // Christmas Day
  '2025-12-26', // Boxing Day
  '2026-01-01', // New Year's Day
  '2026-04-03', // Good Friday
  '2026-04-06', // Easter Monday
  '2026-05-04', // Early May
  '2026-05-25', // Spring
  '2026-08-31', // Summer
  '2026-12-25', // Christmas Day
  '2026-12-28', // Boxing Day, substitute for Saturday
  '2027-01-01', // New Year's Day
  '2027-03-26', // Good Friday
  '2027-03-29', // Easter Monday
  '2027-05-03', // Early May
  '2027-05-31', // Spring
  '2027-08-30', // Summer
  '2027-12-27', // Christmas Day, substitute for Saturday
  '2027-12-28', // Boxing Day, substitute for Sunday
  '2028-01-03', // New Year's Day, substitute for Saturday
  '2028-04-14', // Good Friday
  '2028-04-17', // Easter Monday
  '2028-05-01', // Early May
  '2028-05-29', // Spring
  '2028-08-28', // Summer
  '2028-12-25', // Christmas Day
  '2028-12-26', // Boxing Day
]

export const bankHolidaysLastYear = 2028
