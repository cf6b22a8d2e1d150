import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CalendarDate } from '../identity/calendar-date.ts'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts'

describe('addWorkingDays', () => {
  it.each([
    ['the day of entry does not count', '2026-07-06', 1, '2026-07-07'],
    ['a weekend is passed over', '2026-07-03', 1, '2026-07-06'],
    ['entered on a Saturday, Monday is the first day', '2026-07-04', 1, '2026-07-06'],
    ['no days at all stay where they are, even on a Sunday', '2026-07-05', 0, '2026-07-05'],
    ['five days over a weekend', '2026-07-06', 5, '2026-07-13'],
    ['over Easter 2026 (Good Friday 3 April, Easter Monday 6 April)', '2026-04-02', 1, '2026-04-07'],
    ['the day before Easter starts', '2026-04-01', 1, '2026-04-02'],
    ['over the year end: 25 and 28 December 2026 and 1 January 2027 are off', '2026-12-24', 4, '2027-01-04'],
    ['into a year whose first working day is 4 January', '2027-12-31', 1, '2028-01-04'],
    ['over the night in which summer time begins (29 March 2026)', '2026-03-27', 1, '2026-03-30'],
    ['over the night in which summer time ends (25 October 2026)', '2026-10-23', 1, '2026-10-26'],
    ['over 29 February 2028', '2028-02-28', 2, '2028-03-01'],
  ])('%s', (_, from, days, due) => {
    expect(addWorkingDays(from, days)).toBe(due)
  })

  it.each([-1, 0.5, Number.NaN])('refuses %d days and says what to give', (days) => {
    expect(() => addWorkingDays('2026-07-06', days)).toThrow(/whole number, 0 or more/)
  })

  it('knows weekends alone outside the listed years, so nothing falls due later than it should', () => {
    expect(isWorkingDay('2028-12-26')).toBe(false)
    expect(isWorkingDay('2029-01-01')).toBe(true)
    expect(isWorkingDay('2029-01-06')).toBe(false)
  })
})

describe('workingDaysBetween', () => {
  it.each([
    ['2026-07-06', '2026-07-06', 0],
    ['2026-07-06', '2026-07-07', 1],
    ['2026-07-03', '2026-07-05', 0],
    ['2026-07-03', '2026-07-06', 1],
    ['2026-12-24', '2027-01-04', 4],
    ['2027-01-04', '2026-12-24', -4],
  ])('from %s to %s there are %i', (from, to, days) => {
    expect(workingDaysBetween(from, to)).toBe(days)
  })

  it('counts the same as going through the calendar day by day', () => {
    fc.assert(
      fc.property(someDate, fc.integer({ min: 0, max: 400 }), (from, span) => {
        const days = Array.from({ length: span }, (_, n) => addDays(from, n + 1))
        expect(workingDaysBetween(from, addDays(from, span))).toBe(days.filter(isWorkingDay).length)
      }),
    )
  })

  it('takes back what addWorkingDays adds, and always lands on a working day', () => {
    fc.assert(
      fc.property(someDate, fc.integer({ min: 1, max: 60 }), (from, days) => {
        const due = addWorkingDays(from, days)
        expect(isWorkingDay(due)).toBe(true)
        expect(workingDaysBetween(from, due)).toBe(days)
        expect(workingDaysBetween(from, addDays(due, -1))).toBe(days - 1)
      }),
    )
  })
})

const someDate: fc.Arbitrary<CalendarDate> = fc
  .integer({ min: 0, max: 5 * 366 })
  .map((days) => addDays('2024-01-01', days))
