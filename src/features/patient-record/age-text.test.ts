import { expect, test } from 'vitest'
import { ageText } from './age-text.ts'

test.each([
  [{ ageDays: 80, windowDays: 28 }, '80 days old; good for 28 days'],
  [{ ageDays: 8, windowDays: 7 }, '8 days old; good for 7 days'],
  [{ ageDays: 1, windowDays: 1 }, '1 day old; good for 1 day'],
  [{ ageDays: -1, windowDays: 28 }, 'dated after today; good for 28 days'],
  [{ ageDays: null, windowDays: 28 }, 'good for 28 days'],
])('the age of %o', (aged, text) => {
  expect(ageText(aged)).toBe(text)
})
