import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareNumber } from '#domain/eligibility/compare-number.ts'
import { numberIn } from '#domain/eligibility/number-in-unit.ts'
import { comparableLimits, comparableMeasure } from './comparable-measure.ts'

test.each([
  ['haemoglobin in two units of mass', 9, 'g/dL', { number: 90_000, unit: 'mg/L' }],
  ['a heart that beats in seconds', 0.47, 's', { number: 470, unit: 'ms' }],
  ['a spelling that laboratories print', 1.5, '10^9/L', { number: 1500, unit: '10*6/L' }],
  ['a scale that nothing converts into', 2, 'plus', { number: 2, unit: 'plus' }],
])('%s', (_, value, unit, expected) => {
  expect(comparableMeasure(value, unit)).toEqual(expected)
})

test('a limit in moles is also one in mass, where the analyte has a known factor', () => {
  expect(comparableLimits(1.5, 'mg/dL', 'creatinine')).toEqual([
    { number: 15, unit: 'mg/L' },
    { number: 132.6, unit: 'umol/L' },
  ])
  expect(comparableLimits(1.5, 'mg/dL', 'glucose')).toEqual([{ number: 15, unit: 'mg/L' }])
})

test('a result stands to a limit as it does in the unit that is asked', () => {
  const units = ['g/L', 'mg/dL', 'umol/L', 'mmol/L', '10*9/L', '/uL', 'U/L', 'plus', 'ratio', '%', '1', 'mL/min']
  const question = fc.record({
    value: fc.constantFrom(0, 0.5, 1, 1.5, 17.1, 88.4, 132.6, 1500),
    limit: fc.constantFrom(0, 0.5, 1, 1.5, 17.1, 88.4, 132.6, 1500),
    recorded: fc.constantFrom(...units),
    asked: fc.constantFrom(...units),
    analyte: fc.constantFrom('creatinine', 'bilirubin', 'calcium', 'crp'),
  })
  fc.assert(
    fc.property(question, ({ value, limit, recorded, asked, analyte }) => {
      const held = comparableMeasure(value, recorded)
      const same = comparableLimits(limit, asked, analyte).find(({ unit }) => unit === held.unit)
      const number = numberIn({ value, unit: recorded }, asked, analyte)
      expect(same === undefined ? null : compareNumber(held.number, '>=', same.number)).toBe(
        number === null ? null : compareNumber(number, '>=', limit),
      )
    }),
    { numRuns: 2000 },
  )
})
