import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeRange, formatCodeRange, isInRange, rangesOverlap, siteCodeFit } from './code-range.ts'

describe('reading a range', () => {
  test.each(['C00-C06', 'C30.0', 'C38.1-C38.3', '8171', '8051-8083', 'D45'])('%s is written back as it was', (text) => {
    expect(formatCodeRange(codeRange(text))).toBe(text)
  })

  test.each(['', 'C6', 'C06-C00', 'C22,C23', '817', 'c22', 'C00-C06-C09'])('"%s" is refused', (text) => {
    expect(() => codeRange(text)).toThrow(RangeError)
  })
})

describe('what lies inside', () => {
  test('both ends, and the subcategories of the last', () => {
    const mouth = codeRange('C00-C06')
    expect(['C00', 'C00.0', 'C03.9', 'C06.9'].every((code) => isInRange(code, mouth))).toBe(true)
    expect(['C07', 'C07.9', 'B99.9'].some((code) => isInRange(code, mouth))).toBe(false)
  })

  test('morphology one below, at and above the limits', () => {
    const squamous = codeRange('8051-8076')
    expect(['8050', '8051', '8076', '8077'].map((code) => isInRange(code, squamous))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  test('a category is not inside its own subcategory', () => {
    expect(isInRange('C22', codeRange('C22.0'))).toBe(false)
  })
})

describe('how a recorded site fits', () => {
  const liverCells = [codeRange('C22.0')]
  test.each([
    ['C22.0', 'inside'],
    ['C22', 'partial'],
    ['C22.9', 'partial'],
    ['C22.1', 'outside'],
    ['C23', 'outside'],
    ['C23.9', 'outside'],
  ])('%s in C22.0: %s', (code, fit) => {
    expect(siteCodeFit(code, liverCells)).toBe(fit)
  })
})

test('ranges overlap exactly when some code lies in both', () => {
  const base = fc.integer({ min: 8000, max: 8050 })
  const range = fc.tuple(base, base).map(([a, b]) => codeRange(`${Math.min(a, b)}-${Math.max(a, b)}`))
  fc.assert(
    fc.property(range, range, (a, b) => {
      const codes = Array.from({ length: 51 }, (_, index) => String(8000 + index))
      expect(rangesOverlap(a, b)).toBe(codes.some((code) => isInRange(code, a) && isInRange(code, b)))
    }),
  )
})
