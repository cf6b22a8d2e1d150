import { expect, it } from 'vitest'
import { mayKnowPlace } from './known-place.ts'

it.each([
  [false, 'team', true],
  [false, 'namedRole', true],
  [false, 'emergencyAccess', true],
  [true, 'team', true],
  [true, 'namedRole', true],
  [true, 'emergencyAccess', false],
] as const)('of a record that is sensitive (%s), the place is told to whoever sees it by %s: %s', (...row) => {
  const [isSensitive, relationship, isTold] = row
  expect(mayKnowPlace({ isSensitive, relationship })).toBe(isTold)
})
