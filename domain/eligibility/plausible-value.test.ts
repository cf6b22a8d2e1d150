import { describe, expect, it, test } from 'vitest'
import { findingShape } from './finding-shape.ts'
import { bedsideShapes, labShapes } from './measurement-shapes.ts'
import { numberIn } from './number-in-unit.ts'
import { measureFault } from './plausible-value.ts'
import type { Measure } from './value-shape.ts'

function measureOf(code: string): Measure {
  const shape = labShapes.get(code) ?? bedsideShapes.get(code)
  if (shape?.kind !== 'measure') throw new RangeError(`${code} is not a measurement`)
  return shape.measure
}

describe('the limits of plausibility', () => {
  test.each([
    ['anc', 0, 100],
    ['platelets', 0, 2000],
    ['haemoglobin', 20, 250],
    ['creatinine', 10, 2000],
    ['bilirubin', 0, 1000],
    ['alt', 0, 10_000],
    ['albumin', 5, 70],
    ['weight', 2, 350],
  ])('of %s are %i and %i, both inside', (code, min, max) => {
    const measure = measureOf(code)
    const isKept = (value: number) => measureFault(value, measure.units[0], code, measure) === null
    expect([min - 1, min, min + 1].map(isKept)).toEqual([false, true, true])
    expect([max - 1, max, max + 1].map(isKept)).toEqual([true, true, false])
  })

  it('of ECOG are 0 and 4: 5 is death, 9 is "not recorded"', () => {
    const shape = findingShape('performance-status', 'ECOG')?.value
    const values = shape?.kind === 'choice' ? shape.choices.map(({ value }) => value) : []
    expect([-1, 0, 1, 3, 4, 5, 9].map((value) => values.includes(value))).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
      false,
    ])
  })

  it('hold in the unit that the value is given in', () => {
    const haemoglobin = measureOf('haemoglobin')
    expect([1.9, 2, 25, 25.1].map((value) => measureFault(value, 'g/dL', 'haemoglobin', haemoglobin)?.kind)).toEqual([
      'range',
      undefined,
      undefined,
      'range',
    ])
    expect(measureFault(9.7, 'g/L', 'haemoglobin', haemoglobin)?.message).toBe(
      '9.7 g/L cannot be right: plausible is 20 to 250. Check the figure and the unit',
    )
  })
})

describe('the unit', () => {
  it('must be one that the measurement comes in, and the fault names those', () => {
    expect(measureFault(145, 'g/L', 'platelets', measureOf('platelets'))).toEqual({
      kind: 'unit',
      message: expect.stringMatching(/^"g\/L" is not a unit of this measurement: give the value in .*10/),
    })
    expect(measureFault(145, null, 'platelets', measureOf('platelets'))?.message).toMatch(/^The unit is missing/)
  })

  it('may be spelt as laboratories print it', () => {
    expect(measureFault(145, '×10⁹/L', 'platelets', measureOf('platelets'))).toBeNull()
  })

  it.each(
    [...labShapes, ...bedsideShapes].flatMap(([code, shape]) =>
      shape.kind === 'measure' ? [[code, shape.measure.units] as const] : [],
    ),
  )('of %s converts into the usual one, so that no accepted value is lost to a criterion', (code, units) => {
    for (const unit of units) expect(numberIn({ value: 1, unit }, units[0], code), unit).not.toBeNull()
  })
})
