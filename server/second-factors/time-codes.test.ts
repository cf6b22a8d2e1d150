import { describe, expect, test } from 'vitest'
import { stepOfCode, timeCode } from './time-codes.ts'

/* The test vectors of RFC 6238, appendix B, for SHA-1; of their eight digits, six are shown. */
const secret = Buffer.from('12345678901234567890')
const vectors = [
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
] as const

test.each(vectors)('the code at second %i is that of RFC 6238', (seconds, eight) => {
  expect(timeCode(secret, Math.floor(seconds / 30))).toBe(eight.slice(2))
})

describe('a code', () => {
  const step = 41_152_263
  const now = new Date(step * 30_000)
  const accept = (offset: number, lastStep: number | null = null) =>
    stepOfCode(secret, timeCode(secret, step + offset), now, lastStep)

  test.each([
    [-2, null],
    [-1, step - 1],
    [0, step],
    [1, step + 1],
    [2, null],
  ])('%i steps away is accepted one step either side only', (offset, accepted) => {
    expect(accept(offset)).toBe(accepted)
  })

  test('is never accepted twice, nor one before the last accepted', () => {
    expect(accept(0, step)).toBeNull()
    expect(accept(-1, step)).toBeNull()
    expect(accept(1, step)).toBe(step + 1)
  })
})
