import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { checkNewObservation } from './check-new-observation.ts'
import { bedsideShapes, labShapes } from './measurement-shapes.ts'
import type { NewObservation } from './new-patient-item.ts'
import { type LimitName, plausibleLimits } from './plausible-limit.ts'
import type { Measure } from './value-shape.ts'

const alt: NewObservation = {
  kind: 'observation',
  observationKind: 'lab',
  code: 'alt',
  value: 900,
  unit: 'U/L',
  lowerLimit: null,
  upperLimit: null,
  observedOn: '2026-06-15',
  source: 'Laboratory system',
}

const measurements = [...labShapes, ...bedsideShapes].flatMap(([code, shape]) =>
  shape.kind === 'measure' ? [{ code, measure: shape.measure }] : [],
)

function pointers(item: NewObservation): readonly string[] {
  return checkNewObservation(item).map(({ pointer }) => pointer)
}

/** A value that nobody objects to, with one limit. */
function withLimit(code: string, measure: Measure, unit: string, name: LimitName, limit: number): NewObservation {
  const observationKind = labShapes.has(code) ? 'lab' : 'observation'
  const value = plausibleLimits('upperLimit', unit, code, measure).to
  return { ...alt, observationKind, code, value, unit, [name]: limit }
}

describe('an upper limit of normal', () => {
  test.each([
    ['alt', 'U/L', 8, 200, 1],
    ['ast', 'U/L', 8, 200, 1],
    ['alp', 'U/L', 26, 650, 1],
    ['ldh', 'U/L', 50, 1250, 1],
    ['ck', 'U/L', 50, 1250, 1],
    ['bilirubin', 'umol/L', 4.2, 105, 0.1],
    ['bilirubin', 'mg/dL', 0.2456, 6.14, 0.0001],
    ['creatinine', 'umol/L', 20.8, 520, 0.1],
    ['creatinine', 'mg/dL', 0.2353, 5.882, 0.0001],
    ['haemoglobin', 'g/dL', 8.5, 25, 0.1],
    ['platelets', '10*3/uL', 82, 2000, 1],
    ['afp', 'ng/mL', 2, 50, 1],
    ['hcg-quantitative', 'U/L', 1, 25, 1],
    ['inr', 'ratio', 0.6, 2.4, 0.1],
  ])('of %s in %s is from %d to %d, both inside', (code, unit, from, to, step) => {
    const shape = labShapes.get(code)
    if (shape?.kind !== 'measure') throw new RangeError(`${code} is not a measurement`)
    const found = (limit: number) => pointers(withLimit(code, shape.measure, unit, 'upperLimit', limit))
    expect([from - step, from, from + step].map(found)).toEqual([['/upperLimit'], [], []])
    expect([to - step, to, to + step].map(found)).toEqual([[], [], ['/upperLimit']])
  })

  test.each([1e300, 4000, 0.0001, Number.POSITIVE_INFINITY, Number.NaN, 0, -1])('of ALT is not %d', (upperLimit) => {
    expect(pointers({ ...alt, upperLimit })).toEqual(['/upperLimit'])
  })

  it('that was typed in another unit is refused with the range in the unit that was given', () => {
    const bilirubin = { ...alt, code: 'bilirubin', value: 30 }
    expect(checkNewObservation({ ...bilirubin, unit: 'umol/L', upperLimit: 1.2 })).toEqual([
      {
        pointer: '/upperLimit',
        message:
          '1.2 cannot be the upper limit of normal: plausible is 4.2 to 105 µmol/L. Check the unit and the report',
      },
    ])
    expect(checkNewObservation({ ...bilirubin, unit: 'mg/dL', upperLimit: 21 })[0]?.message).toMatch(
      /plausible is 0\.2456 to 6\.14 mg\/dL/,
    )
  })
})

describe('a lower limit of normal', () => {
  it('of LVEF is from 33.33 to 75 %, both inside', () => {
    const lvef = (lowerLimit: number) =>
      pointers({ ...alt, observationKind: 'observation', code: 'lvef', value: 60, unit: '%', lowerLimit })
    expect([33.32, 33.33, 33.34, 74, 75, 76].map((limit) => lvef(limit).length)).toEqual([1, 0, 0, 0, 0, 1])
    expect([0, 1e300].map(lvef)).toEqual([['/lowerLimit'], ['/lowerLimit']])
  })

  it('is 0 only where just high values are abnormal, as reports print "0 to 40"', () => {
    const ofAlt = (lowerLimit: number) => pointers({ ...alt, lowerLimit, upperLimit: 41 })
    expect([-1, 0, 1, 39, 40].map((limit) => ofAlt(limit).length)).toEqual([1, 0, 0, 0, 0])
    expect(ofAlt(41)).toEqual(['/upperLimit'])
    expect(ofAlt(201)).toEqual(['/lowerLimit'])
    expect(pointers({ ...alt, code: 'platelets', value: 80, unit: '10*9/L', lowerLimit: 0 })).toEqual(['/lowerLimit'])
  })

  it('and an upper limit that are both wrong are both named', () => {
    expect(pointers({ ...alt, lowerLimit: 4000, upperLimit: 1e300 })).toEqual(['/lowerLimit', '/upperLimit'])
  })
})

describe('every measurement', () => {
  const names = ['lowerLimit', 'upperLimit'] as const
  const inSomeUnit = fc.constantFrom(...measurements).chain(({ code, measure }) =>
    fc.record({
      code: fc.constant(code),
      measure: fc.constant(measure),
      unit: fc.constantFrom(...measure.units),
      name: fc.constantFrom(...names),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
  )

  it('takes each limit within its range, in each of its units', () => {
    fc.assert(
      fc.property(inSomeUnit, ({ code, measure, unit, name, share }) => {
        const { from, to } = plausibleLimits(name, unit, code, measure)
        const limit = Math.min(to, from + share * (to - from))
        fc.pre(limit > 0)
        expect(pointers(withLimit(code, measure, unit, name, limit))).toEqual([])
      }),
    )
  })

  it('refuses what lies outside, below zero and beyond all numbers', () => {
    fc.assert(
      fc.property(inSomeUnit, ({ code, measure, unit, name, share }) => {
        const { from, to } = plausibleLimits(name, unit, code, measure)
        for (const limit of [
          to * (1.001 + share),
          from * 0.999 * share - 1e-9,
          -share - 1e-9,
          1e300,
          Infinity,
          -Infinity,
        ])
          expect(pointers(withLimit(code, measure, unit, name, limit)), String(limit)).toEqual([`/${name}`])
      }),
    )
  })

  it.each(measurements)('$code has a usual range that its own check takes', ({ code, measure }) => {
    if (measure.usualRange === null) return
    const { lower, upper, factor } = measure.usualRange
    expect(factor).toBeGreaterThan(1)
    const [unit] = measure.units
    expect(pointers({ ...withLimit(code, measure, unit, 'lowerLimit', lower), upperLimit: upper })).toEqual([])
  })
})
