import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareNumber } from '../compare-number.ts'
import { cockcroftGault } from '../creatinine-clearance.ts'
import { deriveFacts } from '../derive-facts.ts'
import type { Comparison, LabLeaf } from '../leaf.ts'
import { finding, recordWith } from '../sample-record.ts'
import { evaluateLab } from './evaluate-measurements.ts'

/* The numbers on the screen give the verdict beside them: whoever compares what is shown comes to the same answer. */

const today = '2026-08-04'
const comparisons: readonly Comparison[] = ['<', '<=', '=', '>=', '>']

const lab = (analyte: string, value: number, parts = {}) => finding('lab', analyte, value, '2026-08-03', parts)
const leafOf = (parts: Partial<LabLeaf>): LabLeaf => ({
  op: 'lab',
  analyte: 'platelets',
  cmp: '<',
  value: 100,
  unit: '10*9/L',
  ...parts,
})

/** The first number of a sentence, and the limit that it is said to be below, above or at. */
function shown(sentence: string): readonly [value: number, limit: number, reference: number] {
  const value = Number(/^\D*?(?:\([^)]*\) )?(\d[\d.]*)/u.exec(sentence)?.[1])
  const limit = Number(/is (?:[a-z ]+ the limit of|as asked:|not) (\d[\d.]*)/u.exec(sentence)?.[1])
  return [value, limit, Number(/of normal (\d[\d.]*)/u.exec(sentence)?.[1])]
}

const decimals = (digits: number, max: number) =>
  fc.integer({ min: 1, max: max * 10 ** digits }).map((whole) => whole / 10 ** digits)
/** A limit, and a value at it or a hair's breadth from it. */
const nearby = fc
  .tuple(decimals(2, 200), fc.integer({ min: 0, max: 7 }), fc.constantFrom(-1, 0, 1))
  .map(([limit, digits, side]) => ({ limit, value: Number((limit + side / 10 ** digits).toFixed(7)) }))
  .filter(({ value }) => value > 0)

describe('the sentence of a measurement', () => {
  it('never rounds what was recorded', () => {
    const below = deriveFacts(recordWith({ observations: [lab('platelets', 99.999, { unit: '10*9/L' })] }))
    expect(evaluateLab(leafOf({}), below, today).sentence).toBe(
      'Platelets 99.999 ×10⁹/L on 03-Aug-2026 is below the limit of 100 ×10⁹/L (Laboratory system)',
    )
  })

  it('shows numbers that give its verdict', () => {
    fc.assert(
      fc.property(nearby, fc.constantFrom(...comparisons), ({ limit, value }, cmp) => {
        const facts = deriveFacts(recordWith({ observations: [lab('platelets', value, { unit: '10*9/L' })] }))
        const { verdict, sentence } = evaluateLab(leafOf({ cmp, value: limit }), facts, today)
        const [found, asked] = shown(sentence)
        expect(compareNumber(found, cmp, asked) ? 'met' : 'notMet', sentence).toBe(verdict)
      }),
      { numRuns: 500 },
    )
  })

  it('shows a multiple and the limit of the report that give its verdict', () => {
    const multiple = fc.tuple(
      fc.constantFrom(0.333, 1, 1.25, 1.5, 2.125, 3, 5),
      decimals(3, 60),
      fc.constantFrom(-1, 0, 1),
    )
    fc.assert(
      fc.property(multiple, fc.constantFrom(...comparisons), ([times, upperLimit, side], cmp) => {
        const value = Number((times * upperLimit + side / 10 ** 6).toFixed(7))
        fc.pre(value > 0)
        const bilirubin = lab('bilirubin', value, { unit: 'umol/L', upperLimit })
        const facts = deriveFacts(recordWith({ observations: [bilirubin] }))
        const leaf = leafOf({ analyte: 'bilirubin', cmp, value: times, unit: 'xULN' })
        const { verdict, sentence } = evaluateLab(leaf, facts, today)
        const [found, asked, reference] = shown(sentence)
        expect(compareNumber(found, cmp, asked * reference) ? 'met' : 'notMet', sentence).toBe(verdict)
      }),
      { numRuns: 500 },
    )
  })

  it('shows a clearance that was worked out as precisely as it takes to see on which side of the limit it lies', () => {
    const person = fc.record({
      creatinine: decimals(3, 300).filter((value) => value >= 20),
      weight: decimals(3, 150).filter((value) => value >= 30),
      sex: fc.constantFrom('male', 'female'),
    })
    fc.assert(
      fc.property(person, fc.integer({ min: 0, max: 6 }), fc.constantFrom(...comparisons), (parts, digits, cmp) => {
        const exact = cockcroftGault(66, parts.weight, parts.creatinine, parts.sex)
        const limit = Number(exact.toFixed(digits))
        const observations = [
          lab('creatinine', parts.creatinine, { unit: 'umol/L' }),
          finding('observation', 'weight', parts.weight, '2026-08-03', { unit: 'kg' }),
        ]
        const facts = deriveFacts(recordWith({ observations, bornOn: '1960-01-01', sex: parts.sex }))
        const leaf = leafOf({ analyte: 'crcl-cg', cmp, value: limit, unit: 'mL/min' })
        const { verdict, sentence, evidence } = evaluateLab(leaf, facts, today)
        const [found, asked] = shown(sentence)
        expect(compareNumber(found, cmp, asked) ? 'met' : 'notMet', sentence).toBe(verdict)
        expect(evidence?.value).toBe(found)
      }),
      { numRuns: 500 },
    )
  })

  it('shows a clearance far from the limit with two decimals', () => {
    const observations = [
      lab('creatinine', 110, { unit: 'umol/L' }),
      finding('observation', 'weight', 75, '2026-08-03', { unit: 'kg' }),
    ]
    const facts = deriveFacts(recordWith({ observations, bornOn: '1956-01-01', sex: 'male' }))
    const leaf = leafOf({ analyte: 'crcl-cg', cmp: '>=', value: 50, unit: 'mL/min' })
    expect(evaluateLab(leaf, facts, today).sentence).toContain(
      ' 58.7 mL/min on 03-Aug-2026 is at or above the limit of 50',
    )
  })
})
