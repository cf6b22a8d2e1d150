import { describe, expect, it } from 'vitest'
import { bankHolidaysEngland, bankHolidaysLastYear } from './bank-holidays-england.ts'

describe('bank holidays of England and Wales', () => {
  it.each([2024, 2025, 2026, 2027, 2028])('lists exactly the eight of %i that the Act and custom give', (year) => {
    const listed = bankHolidaysEngland.filter((date) => date.startsWith(String(year)))
    expect(listed).toEqual(bankHolidaysByRule(year))
  })

  it('is in date order, without a repeat, and ends with its last year', () => {
    expect(bankHolidaysEngland).toEqual([...new Set(bankHolidaysEngland)].sort())
    expect(bankHolidaysEngland.at(-1)).toBe(`${bankHolidaysLastYear}-12-26`)
  })

  // Known dates from printed calendars, so that the rule in this test is itself checked.
  it.each([
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2024, '2024-03-31'],
    [2038, '2038-04-25'],
  ])('Easter Sunday of %i is %s', (year, date) => {
    expect(text(easterSunday(year))).toBe(date)
  })
})

function bankHolidaysByRule(year: number): string[] {
  const easter = easterSunday(year)
  const newYear = firstWorkdayFrom(day(year, 1, 1))
  const christmas = day(year, 12, 25)
  const boxing = day(year, 12, 26)
  // A weekend Christmas or Boxing Day moves past the other one: Saturday to Monday, Sunday to Tuesday or Monday.
  const weekday = christmas.getUTCDay()
  const atChristmas =
    weekday === 6
      ? [plus(christmas, 2), plus(boxing, 2)]
      : weekday === 0
        ? [boxing, plus(christmas, 2)]
        : weekday === 5
          ? [christmas, plus(boxing, 2)]
          : [christmas, boxing]
  return [
    newYear,
    plus(easter, -2),
    plus(easter, 1),
    mondayFrom(day(year, 5, 1)),
    mondayFrom(day(year, 5, 25)),
    mondayFrom(day(year, 8, 25)),
    ...atChristmas,
  ]
    .map(text)
    .sort()
}

/** Gregorian Easter by the anonymous algorithm printed in Nature, 1876. */
function easterSunday(year: number): Date {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return day(year, Math.floor(n / 31), (n % 31) + 1)
}

function firstWorkdayFrom(date: Date): Date {
  return date.getUTCDay() === 0 || date.getUTCDay() === 6 ? mondayFrom(date) : date
}

function mondayFrom(date: Date): Date {
  return plus(date, (8 - date.getUTCDay()) % 7)
}

function day(year: number, month: number, dayOfMonth: number): Date {
  return new Date(Date.UTC(year, month - 1, dayOfMonth))
}

function plus(date: Date, days: number): Date {
  return new Date(date.getTime() + days * 86_400_000)
}

function text(date: Date): string {
  return date.toISOString().slice(0, 10)
}
