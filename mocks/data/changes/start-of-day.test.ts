import { expect, test } from 'vitest'
import { calendarDateInLondon } from '#domain/identity/calendar-date-in-london.ts'
import { startOfDay } from './start-of-day.ts'

test.each([
  ['in winter', '2026-01-15', '2026-01-15T00:00:00.000Z'],
  ['in summer', '2026-06-15', '2026-06-14T23:00:00.000Z'],
  ['on the day that summer time begins', '2026-03-29', '2026-03-29T00:00:00.000Z'],
  ['on the day after', '2026-03-30', '2026-03-29T23:00:00.000Z'],
  ['on the day that summer time ends', '2026-10-25', '2026-10-24T23:00:00.000Z'],
  ['on the day after', '2026-10-26', '2026-10-26T00:00:00.000Z'],
])('a day begins at midnight in London: %s, %s', (_, on, at) => {
  expect(startOfDay(on)).toBe(at)
  expect(calendarDateInLondon(new Date(Date.parse(at) - 1))).not.toBe(on)
})
