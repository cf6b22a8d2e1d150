import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateAtAge } from '#domain/eligibility/date-at-age.ts'
import { addDays } from '#domain/identity/calendar-date.ts'
import { latestBirth } from './compile-age.ts'

test.each([
  ['18 today', 18, 'years', '2026-06-15', '2008-06-15'],
  ['born on 29 February, 18 on 1 March', 18, 'years', '2026-03-01', '2008-03-01'],
  ['the day before that, born by 28 February', 18, 'years', '2026-02-28', '2008-02-28'],
  ['a month that lacks the day', 1, 'months', '2026-03-01', '2026-02-01'],
  ['nobody is three thousand years old', 3000, 'years', '2026-06-15', '0001-01-01'],
] as const)('%s', (_, count, unit, by, expected) => {
  expect(latestBirth(count, unit, by)).toBe(expected)
})

test('whoever is born by that day has reached the age, and whoever is born later has not', () => {
  const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1930-01-01', days))
  const age = fc.oneof(
    fc.record({ count: fc.integer({ min: 0, max: 100 }), unit: fc.constant('years') }),
    fc.record({ count: fc.integer({ min: 0, max: 240 }), unit: fc.constant('months') }),
  )
  fc.assert(
    fc.property(day, age, fc.integer({ min: -40, max: 40 }), (by, { count, unit }, shift) => {
      const latest = latestBirth(count, unit, by)
      const bornOn = addDays(latest, shift)
      expect(dateAtAge(bornOn, count, unit) <= by).toBe(bornOn <= latest)
    }),
  )
})
