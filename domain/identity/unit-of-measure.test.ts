import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { convertValue, isKnownUnit, normaliseUnit } from './unit-of-measure.ts'

describe('conversions that protocols ask for', () => {
  test.each([
    ['haemoglobin of a US protocol', 9.7, 'g/dL', 'g/L', 97],
    ['albumin', 3.5, 'g/dL', 'g/L', 35],
    ['neutrophils per cubic millimetre', 1500, '/mm3', '10*9/L', 1.5],
    ['platelets', 100, '10*3/uL', '10*9/L', 100],
    ['CD4 cells', 350, 'cells/uL', '10*6/L', 350],
    ['CD4 cells in UCUM', 350, '{cells}/uL', '10*6/L', 350],
    ['height', 1.72, 'm', 'cm', 172],
    ['QTc', 0.45, 's', 'ms', 450],
    ['enzyme', 2, 'ukat/L', 'U/L', 120],
    ['ejection fraction', 0.55, '1', '%', 55],
  ])('%s: %d %s = %s', (_, value, from, to, expected) => {
    expect(convertValue(value, from, to)).toBe(expected)
  })

  test.each([
    ['creatinine', 1.5, 'mg/dL', 'umol/L', 132.6],
    ['bilirubin', 1, 'mg/dL', 'umol/L', 17.1],
    ['calcium', 10, 'mg/dL', 'mmol/L', 2.495],
    ['creatinine', 132.6, 'umol/L', 'mg/dL', 1.5],
    ['calcium', 2.495, 'mmol/L', 'mg/dL', 10],
  ])('%s: %d %s = %d %s with its own molar factor', (analyte, value, from, to, expected) => {
    expect(convertValue(value, from, to, analyte)).toBe(expected)
  })

  test('the result sits exactly on a limit, just below it and just above it', () => {
    expect(convertValue(8.9, 'g/dL', 'g/L')).toBe(89)
    expect(convertValue(9, 'g/dL', 'g/L')).toBe(90)
    expect(convertValue(9.1, 'g/dL', 'g/L')).toBe(91)
  })
})

describe('what is refused', () => {
  test.each([
    ['grams into cells', 1, 'g/L', '10*9/L', undefined],
    ['moles into mass without the analyte', 1, 'mg/dL', 'umol/L', undefined],
    ['moles into mass of an analyte without a factor', 1, 'mg/dL', 'umol/L', 'albumin'],
    ['a unit that is not listed', 1, 'stone', 'kg', undefined],
    ['a unit that is not listed, into itself', 1, 'stone', 'stone', undefined],
    ['no unit', 1, '', 'kg', undefined],
    ['a name every object has', 1, 'constructor', 'kg', undefined],
    ['no number', Number.NaN, 'kg', 'g', undefined],
    ['an endless number', Number.POSITIVE_INFINITY, 'kg', 'g', undefined],
    ['a word of every object as the analyte', 1, 'mg/dL', 'umol/L', 'toString'],
  ])('%s', (_, value, from, to, analyte) => {
    expect(convertValue(value, from, to, analyte)).toBe('incompatible')
  })

  test('capital and small letters differ: a mole is no metre', () => {
    expect(isKnownUnit('mmol/L')).toBe(true)
    expect(isKnownUnit('MMOL/L')).toBe(false)
  })
})

describe('spellings', () => {
  test.each(['10^9/L', 'x10^9/L', '×10⁹/L', '10e9/L', '10E9/L', ' 10*9/L', 'x 10^9/L'])('%s is 10*9/L', (unit) => {
    expect(normaliseUnit(unit)).toBe('10*9/L')
  })

  test.each(['µmol/L', 'μmol/L', 'umol/L'])('%s is umol/L', (unit) => {
    expect(normaliseUnit(unit)).toBe('umol/L')
  })
})

test('there and back gives the same value, and the order of values is kept', () => {
  const pairs = fc.constantFrom(
    ['g/dL', 'g/L'],
    ['mg/dL', 'umol/L'],
    ['10*3/uL', '10*9/L'],
    ['/uL', '10*6/L'],
    ['mg/dL', 'mmol/L'],
  )
  const amount = fc.integer({ min: 0, max: 1_000_000 }).map((thousandths) => thousandths / 1000)
  fc.assert(
    fc.property(pairs, amount, amount, ([from = '', to = ''], a, b) => {
      const there = convertValue(a, from, to, 'creatinine')
      const other = convertValue(b, from, to, 'creatinine')
      if (there === 'incompatible' || other === 'incompatible') throw new Error(`${from} does not convert to ${to}`)
      expect(convertValue(there, to, from, 'creatinine')).toBeCloseTo(a, 8)
      if (a < b) expect(there).toBeLessThan(other)
    }),
  )
})
