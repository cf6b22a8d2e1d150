import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  ageInMonths,
  ageInYears,
  compareCalendarDates,
  daysBetween,
  daysInMonth,
  isCalendarDate,
  isoWeekday,
  parseCalendarDate,
} from './calendar-date.ts'

const anyDate = fc
  .record({
    year: fc.integer({ min: 1, max: 9999 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .filter(({ year, month, day }) => day <= daysInMonth(year, month))
  .map(({ year, month, day }) =>
    [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-'),
  )
const recentDate = anyDate.map((date) => `19${date.slice(2)}`).filter(isCalendarDate)

describe('which dates exist', () => {
  test.each(['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01', '9999-12-31'])('%s does', (text) => {
    expect(isCalendarDate(text)).toBe(true)
  })

  test.each([
    '2023-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '2026-1-5',
    '05/01/2026',
    '2026-01-05T00:00:00Z',
    ' 2026-01-05',
    '２０２６-01-05',
    '',
  ])('"%s" does not', (text) => {
    expect(parseCalendarDate(text)).toBeNull()
  })

  test('the parts are numbers and months start at 1', () => {
    expect(parseCalendarDate('2026-07-09')).toEqual({ year: 2026, month: 7, day: 9 })
  })
})

describe('days', () => {
  test('the night the clocks go forward and the night they go back are one day long', () => {
    expect(addDays('2026-03-28', 1)).toBe('2026-03-29')
    expect(addDays('2026-03-29', 1)).toBe('2026-03-30')
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
  })

  test('a washout of 14 days after 1 August ends on 15 August', () => {
    expect(addDays('2026-08-01', 14)).toBe('2026-08-15')
  })

  test('the end of February follows the Gregorian rule', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01')
    expect(addDays('2000-02-28', 1)).toBe('2000-02-29')
    expect(addDays('2100-02-28', 1)).toBe('2100-03-01')
  })

  test('adding days and counting them back agree with the calendar of the language for every year', () => {
    fc.assert(
      fc.property(recentDate, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        const moved = addDays(date, days)
        expect(moved).toBe(new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10))
        expect(daysBetween(date, moved)).toBe(days)
      }),
    )
  })

  test('a day count is found again for any two dates', () => {
    fc.assert(fc.property(anyDate, anyDate, (a, b) => addDays(a, daysBetween(a, b)) === b))
  })

  test('order is that of the text, so lists may be sorted by either', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => Math.sign(compareCalendarDates(a, b)) === (a < b ? -1 : a > b ? 1 : 0)),
    )
  })

  test('beyond the year 9999 and for text that is no date it fails with the value named', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(/10000-01-01/)
    expect(() => addDays('2026-02-30', 1)).toThrow(/"2026-02-30"/)
  })

  test('weekdays are numbered from Monday', () => {
    expect(isoWeekday('2026-03-30')).toBe(1)
    expect(isoWeekday('1970-01-01')).toBe(4)
    expect(isoWeekday('2026-03-29')).toBe(7)
  })
})

describe('months', () => {
  test('the day is kept, or falls back to the last of a shorter month', () => {
    expect(addMonths('2026-01-15', 1)).toBe('2026-02-15')
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15')
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
  })

  test('twelve months at a time reach the same month', () => {
    fc.assert(
      fc.property(recentDate, fc.integer({ min: -50, max: 50 }), (date, years) => {
        expect(addMonths(date, years * 12).slice(5, 7)).toBe(date.slice(5, 7))
      }),
    )
  })
})

describe('age', () => {
  test('turns 18 on the birthday, not the day before', () => {
    expect(ageInYears('2008-05-20', '2026-05-19')).toBe(17)
    expect(ageInYears('2008-05-20', '2026-05-20')).toBe(18)
    expect(ageInYears('2008-05-20', '2026-05-21')).toBe(18)
  })

  test('born on 29 February: completes the year on 1 March unless there is a 29th', () => {
    expect(ageInYears('2008-02-29', '2026-02-28')).toBe(17)
    expect(ageInYears('2008-02-29', '2026-03-01')).toBe(18)
    expect(ageInYears('2008-02-29', '2028-02-28')).toBe(19)
    expect(ageInYears('2008-02-29', '2028-02-29')).toBe(20)
  })

  test('months of a baby', () => {
    expect(ageInMonths('2026-01-31', '2026-02-28')).toBe(0)
    expect(ageInMonths('2026-01-31', '2026-03-01')).toBe(1)
    expect(ageInMonths('2025-11-10', '2026-05-09')).toBe(5)
    expect(ageInMonths('2025-11-10', '2026-05-10')).toBe(6)
  })

  test('on the day of birth it is 0, before it negative', () => {
    expect(ageInYears('2026-05-10', '2026-05-10')).toBe(0)
    expect(ageInYears('2026-05-10', '2026-05-09')).toBe(-1)
  })

  test('never falls as days pass', () => {
    fc.assert(
      fc.property(recentDate, fc.nat(30_000), (bornOn, days) => {
        const on = addDays(bornOn, days)
        expect(ageInMonths(bornOn, addDays(on, 1))).toBeGreaterThanOrEqual(ageInMonths(bornOn, on))
      }),
    )
  })
})
