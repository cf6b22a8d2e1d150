import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareNumber } from '#domain/eligibility/compare-number.ts'
import { highestEqual, lowestEqual } from './compile-comparison.ts'

const decimal = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.constantFrom(1, 10, 1000))
  .map(([digits, divisor]) => digits / divisor)

test('a result stands to its limit as it does on paper, whatever was rounded on the way', () => {
  const nearly = fc
    .tuple(decimal, fc.constantFrom(0, 1e-16, -1e-16, 1e-12, -1e-12, 1e-8, -1e-8, 0.1))
    .map(([limit, shift]) => ({ limit, value: limit * (1 + shift) }))
  const any = fc.record({ limit: decimal, value: decimal })
  fc.assert(
    fc.property(fc.oneof(nearly, any), ({ limit, value }) => {
      expect(value >= lowestEqual(limit)).toBe(compareNumber(value, '>=', limit))
      expect(value <= highestEqual(limit)).toBe(compareNumber(value, '<=', limit))
    }),
  )
})

test.each([
  ['below', 1.4, false, true],
  ['at', 1.5, true, true],
  ['above', 1.6, true, false],
  ['at, after 0.7 times 1.5 / 0.7', 0.7 * (1.5 / 0.7), true, true],
])('neutrophils %s a limit of 1.5', (_, value, isAtLeast, isAtMost) => {
  expect(value >= lowestEqual(1.5)).toBe(isAtLeast)
  expect(value <= highestEqual(1.5)).toBe(isAtMost)
})

test('nothing but zero is equal to zero', () => {
  expect(lowestEqual(0)).toBe(0)
  expect(highestEqual(0)).toBe(0)
})
