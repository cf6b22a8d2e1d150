import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { weightedPolicy } from './disclosure-policy.ts'
import { isLargeEnough, suppressCount } from './suppress-count.ts'

describe('a count outside the care team', () => {
  test.each([
    [0, 0],
    [1, null],
    [6, null],
    [7, null],
    [8, 10],
    [9, 10],
    [12, 10],
    [13, 15],
    [17, 15],
    [18, 20],
    [1002, 1000],
  ])('of %i is shown as %s', (count, shown) => {
    expect(suppressCount(count)).toBe(shown)
  })

  test('is never from 1 to 7, always a multiple of 5, and never further off than 2', () => {
    fc.assert(
      fc.property(fc.nat({ max: 100_000 }), (count) => {
        const shown = suppressCount(count)
        if (shown === null) return count >= 1 && count <= 7
        return (shown === 0 ? count === 0 : shown > 7) && shown % 5 === 0 && Math.abs(shown - count) <= 2
      }),
    )
  })
})

test.each([
  [0, null, false],
  [1, null, false],
  [7, null, false],
  [8, 10, true],
])('a count of %i by patient weight is shown as %s and broken down: %s', (count, shown, isBrokenDown) => {
  expect(suppressCount(count, weightedPolicy)).toBe(shown)
  expect(isLargeEnough(count, weightedPolicy)).toBe(isBrokenDown)
})

test.each([
  [0, true],
  [1, false],
  [7, false],
  [8, true],
])('a question about %i people may be broken down: %s', (count, expected) => {
  expect(isLargeEnough(count)).toBe(expected)
})
