import { describe, expect, it } from 'vitest'
import { deriveFacts } from '../derive-facts.ts'
import type { Comparison, LabLeaf } from '../leaf.ts'
import { finding, recordWith } from '../sample-record.ts'
import { evaluateLab, evaluateObservation } from './evaluate-measurements.ts'

const today = '2026-08-04'

function platelets(value: number | string, parts = {}, on = '2026-08-03') {
  return deriveFacts(
    recordWith({ observations: [finding('lab', 'platelets', value, on, { unit: '10*9/L', ...parts })] }),
  )
}

function leaf(parts: Partial<LabLeaf> = {}): LabLeaf {
  return { op: 'lab', analyte: 'platelets', cmp: '>=', value: 100, unit: '10*9/L', ...parts }
}

describe('a laboratory limit', () => {
  it.each<[Comparison, string, string, string]>([
    ['>=', 'notMet', 'met', 'met'],
    ['>', 'notMet', 'notMet', 'met'],
    ['<=', 'met', 'met', 'notMet'],
    ['<', 'met', 'notMet', 'notMet'],
    ['=', 'notMet', 'met', 'notMet'],
  ])('%s 100: 99 is %s, 100 is %s, 101 is %s', (cmp, below, equal, above) => {
    const verdicts = [99, 100, 101].map((value) => evaluateLab(leaf({ cmp }), platelets(value), today).verdict)
    expect(verdicts).toEqual([below, equal, above])
  })

  it('says value, unit, date, limit and source', () => {
    expect(evaluateLab(leaf(), platelets(82), today).sentence).toBe(
      'Platelets 82 ×10⁹/L on 03-Aug-2026 is below the limit of 100 ×10⁹/L (Laboratory system)',
    )
  })

  it('is unknown without a result', () => {
    expect(evaluateLab(leaf(), deriveFacts(recordWith()), today)).toMatchObject({
      verdict: 'unknown',
      reason: 'missing',
      item: { key: 'lab:platelets', label: 'Platelets' },
      sentence: 'Platelets: not recorded',
    })
  })

  it('takes a result of exactly 28 days, and calls one of 29 days stale with its value as a hint', () => {
    expect(evaluateLab(leaf(), platelets(120, {}, '2026-07-07'), today).verdict).toBe('met')
    expect(evaluateLab(leaf(), platelets(120, {}, '2026-07-06'), today)).toMatchObject({
      verdict: 'unknown',
      reason: 'stale',
      evidence: { value: 120, on: '2026-07-06' },
      sentence: 'Platelets 120 ×10⁹/L on 06-Jul-2026 (Laboratory system) is 29 days old; usual limit: 28 days',
    })
  })

  it('keeps the window of the protocol in place of its own', () => {
    expect(evaluateLab(leaf({ withinDays: 3 }), platelets(120, {}, '2026-08-01'), today).verdict).toBe('met')
    expect(evaluateLab(leaf({ withinDays: 3 }), platelets(120, {}, '2026-07-31'), today).reason).toBe('stale')
  })

  it('does not rely on a result dated after the day it is needed for', () => {
    expect(evaluateLab(leaf(), platelets(120, {}, '2026-08-05'), today).reason).toBe('stale')
  })

  it.each([
    ['10*3/uL', 99, 'notMet'],
    ['10*3/uL', 100, 'met'],
    ['/uL', 99_999, 'notMet'],
    ['/uL', 100_000, 'met'],
  ])('converts %s: %f is %s', (unit, value, verdict) => {
    expect(evaluateLab(leaf(), platelets(value, { unit }), today).verdict).toBe(verdict)
  })

  it('is unknown in a unit that cannot be converted, and for a word in place of a number', () => {
    expect(evaluateLab(leaf(), platelets(120, { unit: 'g/L' }), today).reason).toBe('unit')
    expect(evaluateLab(leaf(), platelets(120, { unit: null }), today).reason).toBe('unit')
    expect(evaluateLab(leaf(), platelets('clumped'), today).reason).toBe('unit')
  })
})

describe('a limit in multiples of the reference range', () => {
  const bilirubin = (value: number, upperLimit: number | null) =>
    deriveFacts(
      recordWith({ observations: [finding('lab', 'bilirubin', value, '2026-08-03', { unit: 'umol/L', upperLimit })] }),
    )
  const upTo = leaf({ analyte: 'bilirubin', cmp: '<=', value: 1.5, unit: 'xULN' })

  it.each([
    [30.4, 'met'],
    [31.5, 'met'],
    [31.6, 'notMet'],
  ])('bilirubin %f with a limit of 21 is %s', (value, verdict) => {
    expect(evaluateLab(upTo, bilirubin(value, 21), today).verdict).toBe(verdict)
  })

  it('is not thrown by binary rounding at the limit', () => {
    expect(evaluateLab({ ...upTo, value: 3 }, bilirubin(0.3, 0.1), today).verdict).toBe('met')
  })

  it('is unknown when the report gives no limit', () => {
    expect(evaluateLab(upTo, bilirubin(10, null), today)).toMatchObject({ verdict: 'unknown', reason: 'ulnMissing' })
    expect(evaluateLab(upTo, bilirubin(10, 0), today).reason).toBe('ulnMissing')
  })

  it('shows the limit that the report gives', () => {
    expect(evaluateLab(upTo, bilirubin(32, 21), today).sentence).toBe(
      'Bilirubin 32 µmol/L on 03-Aug-2026 is above the limit of 1.5 × ULN (upper limit of normal 21 µmol/L) (Laboratory system)',
    )
  })

  it('uses the lower limit for LLN, and 90 days for an echocardiogram', () => {
    const lvef = (value: number, on: string, lowerLimit: number | null) =>
      deriveFacts(recordWith({ observations: [finding('observation', 'lvef', value, on, { unit: '%', lowerLimit })] }))
    const atLeastNormal = { op: 'observation', concept: 'lvef', cmp: '>=', value: 1, unit: 'xLLN' } as const
    expect(evaluateObservation(atLeastNormal, lvef(54, '2026-05-06', 55), today).verdict).toBe('notMet')
    expect(evaluateObservation(atLeastNormal, lvef(55, '2026-05-06', 55), today).verdict).toBe('met')
    expect(evaluateObservation(atLeastNormal, lvef(55, '2026-05-05', 55), today).reason).toBe('stale')
    expect(evaluateObservation(atLeastNormal, lvef(55, '2026-05-06', null), today).reason).toBe('llnMissing')
  })
})

describe('a result in words', () => {
  const hcg = (value: string, on = '2026-08-03') =>
    deriveFacts(recordWith({ observations: [finding('lab', 'hcg', value, on)] }))
  const negative = leaf({ analyte: 'hcg', cmp: '=', value: 'negative', unit: 'qual' })

  it('is compared with its opposite only', () => {
    expect(evaluateLab(negative, hcg('Negative'), today).verdict).toBe('met')
    expect(evaluateLab(negative, hcg('positive'), today).verdict).toBe('notMet')
    expect(evaluateLab(negative, hcg('indeterminate'), today)).toMatchObject({ verdict: 'unknown', reason: 'unit' })
  })

  it('lets a pregnancy test stand for 7 days', () => {
    expect(evaluateLab(negative, hcg('negative', '2026-07-28'), today).verdict).toBe('met')
    expect(evaluateLab(negative, hcg('negative', '2026-07-27'), today).reason).toBe('stale')
  })
})
