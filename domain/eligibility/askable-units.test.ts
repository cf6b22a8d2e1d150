import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { askableLimits } from './askable-limits.ts'
import { bedsideShapes, labShapes } from './measurement-shapes.ts'
import { numberIn } from './number-in-unit.ts'
import { parseExpr } from './parse-criterion.ts'
import { measureFault } from './plausible-value.ts'

type Asked = readonly [code: string, unit: string, value: number | string]

function faultsOf([code, unit, value]: Asked) {
  const parsed = parseExpr({
    op: 'not',
    of: labShapes.has(code)
      ? { op: 'lab', analyte: code, cmp: '>=', value, unit }
      : { op: 'observation', concept: code, cmp: '>=', value, unit },
  })
  return parsed.kind === 'faults' ? parsed.faults : []
}

const pointersOf = (asked: Asked) => faultsOf(asked).map(({ pointer }) => pointer)

const measurements = [...labShapes, ...bedsideShapes].flatMap(([code, shape]) =>
  shape.kind === 'measure' ? [{ code, measure: shape.measure, limits: askableLimits(code, shape.measure) }] : [],
)

describe('a rule in a unit that no recorded value comes in', () => {
  test.each<Asked>([
    ['platelets', 'banana', 100],
    ['platelets', 'mg/dL', 100],
    ['platelets', 'g/L', 100],
    ['platelets', '', 100],
    ['platelets', 'qual', 100],
    ['haemoglobin', 'mmol/L', 6],
    ['haemoglobin', 'G/L', 90],
    ['lvef', 'furlong', 50],
    ['weight', 'xULN', 1],
    ['residual-tumour-max-diameter', 'xLLN', 1],
    ['alt', 'xLLN', 1],
    ['urine-protein-dip', 'ratio', 1],
    ['inr', '1', 1.5],
  ])('%s in "%s" is refused at its place', (code, unit, value) => {
    expect(pointersOf([code, unit, value])).toEqual(['/of/unit'])
  })

  it('is told the unit, and those that are known', () => {
    expect(faultsOf(['platelets', 'g/L', 100])).toEqual([
      {
        pointer: '/of/unit',
        problem: 'unit is "g/L", in which platelets cannot be given',
        remedy: expect.stringMatching(/^Give unit as one of 10\*9\/L, 10\*3\/uL, .*, xULN, xLLN$/u),
      },
    ])
    expect(faultsOf(['lvef', 'furlong', 50])[0]?.remedy).toBe('Give unit as one of %, 1, xULN, xLLN')
  })

  test.each<Asked>([
    ['platelets', '10*9/L', 100],
    ['platelets', '10*3/uL', 100],
    ['platelets', '/uL', 100_000],
    ['anc', '/mm3', 1500],
    ['cd4', 'cells/uL', 200],
    ['systolic-bp', 'mmHg', 150],
    ['creatinine', 'umol/L', 130],
    ['creatinine', 'mg/dL', 1.5],
    ['calcium', 'mmol/L', 2.9],
    ['inr', 'ratio', 1.5],
    ['urine-protein-24h', 'g/24h', 1],
    ['qtcf', 's', 0.47],
    ['platelets', 'xLLN', 1],
    ['alt', 'xULN', 2.5],
  ])('is not %s in %s', (...asked) => {
    expect(faultsOf(asked)).toEqual([])
  })
})

describe('a limit that no patient has', () => {
  test.each([
    ['haemoglobin', 'g/L', 20, 250, 1],
    ['haemoglobin', 'g/dL', 2, 25, 0.1],
    ['platelets', '10*9/L', 0, 2000, 1],
    ['platelets', '/uL', 0, 2_000_000, 1],
    ['lvef', '%', 5, 90, 1],
    ['lvef', '1', 0.05, 0.9, 0.01],
    ['creatinine', 'umol/L', 10, 2000, 1],
    ['creatinine', 'mg/dL', 0.1131, 22.62, 0.0001],
    ['inr', 'ratio', 0.5, 20, 0.1],
    ['alt', 'xULN', 0.1, 100, 0.01],
    ['inr', 'xULN', 0.208, 33.3, 0.001],
    ['lvef', 'xLLN', 0.1, 2.7, 0.01],
    ['haemoglobin', 'xLLN', 0.1, 4.17, 0.01],
  ])('of %s in %s is below %d or over %d', (code, unit, from, to, step) => {
    const at = (value: number) => pointersOf([code, unit, value])
    expect([from - step, from, from + step].map(at)).toEqual([['/of/value'], [], []])
    expect([to - step, to, to + step].map(at)).toEqual([[], [], ['/of/value']])
  })

  test.each([
    ['IRS', 0, 12],
    ['%', 0, 100],
    ['plus', 0, 3],
  ])('of a stain in %s is below %d or over %d', (unit, from, to) => {
    const at = (value: number) => {
      const parsed = parseExpr({ op: 'biomarker', type: 'ihc', marker: 'AR', cmp: '>=', value, unit })
      return parsed.kind === 'faults' ? parsed.faults.map(({ pointer }) => pointer) : []
    }
    expect([from - 1, from, from + 1].map(at)).toEqual([['/value'], [], []])
    expect([to - 1, to, to + 1].map(at)).toEqual([[], [], ['/value']])
  })

  it('is told the value, the unit and the range', () => {
    expect(faultsOf(['haemoglobin', 'g/L', 9])).toEqual([
      {
        pointer: '/of/value',
        problem: 'value is 9, which haemoglobin in g/L cannot be',
        remedy: 'Give value as a number from 20 to 250, or check the unit',
      },
    ])
    expect(faultsOf(['platelets', '10*9/L', 100_000])[0]?.problem).toBe(
      'value is 100000, which platelets in ×10⁹/L cannot be',
    )
    expect(pointersOf(['lvef', '%', 5000])).toEqual(['/of/value'])
  })
})

describe('every measurement', () => {
  it.each(measurements)('$code can be asked for in the units that it is recorded in', ({ code, measure, limits }) => {
    const units = limits.map(({ unit }) => unit)
    expect(units.slice(0, measure.units.length)).toEqual(measure.units)
    expect(new Set(units).size).toBe(units.length)
    for (const { unit, range } of limits) {
      expect(range.from, unit).toBeLessThan(range.to)
      if (unit.startsWith('x')) continue
      expect(numberIn({ value: 1, unit: measure.units[0] }, unit, code), unit).not.toBeNull()
    }
  })

  it('takes as a limit what it takes as a value, in every unit that it is recorded in', () => {
    const asked = fc.constantFrom(...measurements).chain(({ code, measure, limits }) =>
      fc.record({
        code: fc.constant(code),
        measure: fc.constant(measure),
        limit: fc.constantFrom(...limits.slice(0, measure.units.length)),
        share: fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      }),
    )
    fc.assert(
      fc.property(asked, ({ code, measure, limit: { unit, range }, share }) => {
        const inside = range.from + share * (range.to - range.from)
        for (const value of [inside, range.to * (1.001 + share), range.from * 0.999 - share])
          expect(pointersOf([code, unit, value]), `${code} ${value} ${unit}`).toEqual(
            measureFault(value, unit, code, measure) === null ? [] : ['/of/value'],
          )
        expect(measureFault(inside, unit, code, measure)).toBeNull()
      }),
    )
  })
})
