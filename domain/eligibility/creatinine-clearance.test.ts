import { describe, expect, it } from 'vitest'
import { cockcroftGault, creatinineClearance } from './creatinine-clearance.ts'
import { deriveFacts } from './derive-facts.ts'
import { evaluateCriterion } from './evaluate-criterion.ts'
import { evaluateLab } from './leaves/evaluate-measurements.ts'
import { openLeaves } from './open-leaves.ts'
import type { Observation, PatientRecord } from './patient-record.ts'
import { finding, recordWith } from './sample-record.ts'
import { usualWindow } from './value-window.ts'

const today = '2026-08-04'
const creatinine = (value: number, parts: Partial<Observation> = {}, on = '2026-08-03') =>
  finding('lab', 'creatinine', value, on, { unit: 'umol/L', ...parts })
const weight = (value: number, on = '2026-08-01') => finding('observation', 'weight', value, on, { unit: 'kg' })

function clearance(parts: Partial<PatientRecord>, windowDays = 28) {
  const man = { bornOn: '1956-02-01', sex: 'male', observations: [creatinine(110), weight(75)] } as const
  return creatinineClearance(deriveFacts(recordWith({ ...man, ...parts })), today, usualWindow(windowDays))
}

describe('creatinine clearance by Cockcroft-Gault', () => {
  it('gives the worked examples of the handbook', () => {
    expect(cockcroftGault(70, 75, 110, 'male')).toBeCloseTo(58.7, 2)
    expect(cockcroftGault(62, 58, 88, 'female')).toBeCloseTo(53.47, 2)
  })

  it('is worked out from creatinine, weight, age and sex, with the age on the day of the sample', () => {
    const answer = clearance({})
    expect(answer.kind === 'computed' && answer.results[0]?.reading).toMatchObject({ unit: 'mL/min', on: '2026-08-03' })
    expect(answer.kind === 'computed' && answer.results[0]?.reading.value).toBeCloseTo(58.7, 2)
  })

  it('converts mg/dL', () => {
    const answer = clearance({ observations: [creatinine(110 / 88.4, { unit: 'mg/dL' }), weight(75)] })
    expect(answer.kind === 'computed' && answer.results[0]?.reading.value).toBeCloseTo(58.7, 2)
  })

  it.each<[string, Partial<PatientRecord>, object]>([
    [
      'no creatinine',
      { observations: [weight(75)] },
      { reason: 'missing', item: { key: 'lab:creatinine', label: 'Creatinine' } },
    ],
    [
      'no weight',
      { observations: [creatinine(110)] },
      { reason: 'missing', item: { key: 'observation:weight', label: 'Weight' } },
    ],
    ['a weight of 29 days', { observations: [creatinine(110), weight(75, '2026-07-06')] }, { reason: 'stale' }],
    ['a creatinine of 29 days', { observations: [creatinine(110, {}, '2026-07-06'), weight(75)] }, { reason: 'stale' }],
    ['a foreign unit', { observations: [creatinine(110, { unit: 'U/L' }), weight(75)] }, { reason: 'unit' }],
    ['a creatinine of zero', { observations: [creatinine(0), weight(75)] }, { reason: 'unit' }],
    ['no date of birth', { bornOn: null }, { reason: 'missing' }],
    ['no sex', { sex: null }, { reason: 'missing' }],
    ['an age of 17', { bornOn: '2008-08-04' }, { reason: 'notComputed', item: { key: 'lab:gfr-measured' } }],
  ])('is open with %s', (_name, parts, open) => {
    expect(clearance(parts)).toMatchObject({ kind: 'open', gaps: [open] })
  })

  it('is worked out from the 18th birthday on', () => {
    expect(clearance({ bornOn: '2008-08-03' }).kind).toBe('computed')
  })

  it('lets a reported clearance stand in where it cannot be worked out', () => {
    const leaf = { op: 'lab', analyte: 'crcl-cg', cmp: '>=', value: 50, unit: 'mL/min' } as const
    const reported = finding('lab', 'crcl-cg', 61, '2026-08-02', { unit: 'mL/min' })
    expect(evaluateLab(leaf, deriveFacts(recordWith({ observations: [reported] })), today).verdict).toBe('met')
    expect(evaluateLab(leaf, deriveFacts(recordWith()), today)).toMatchObject({
      reason: 'missing',
      sentence:
        'Creatinine clearance (Cockcroft-Gault) cannot be worked out: creatinine is not recorded; weight is not recorded; date of birth is not recorded; the formula needs female or male sex, which is not recorded',
    })
  })

  it.each<[string, Partial<PatientRecord>, readonly string[]]>([
    [
      'creatinine and weight are both too old',
      { observations: [creatinine(110, {}, '2026-07-06'), weight(75, '2026-07-06')] },
      ['stale lab:creatinine', 'stale observation:weight'],
    ],
    [
      'one is too old and one was never recorded',
      { observations: [weight(75, '2026-07-06')] },
      ['missing lab:creatinine', 'stale observation:weight'],
    ],
    ['who it is about is not known', { bornOn: null, sex: null }, ['missing birth-date', 'missing sex']],
    ['the patient is a child', { bornOn: '2010-01-01', observations: [] }, ['notComputed lab:gfr-measured']],
  ])('lists every part that stops it where %s', (_name, parts, gaps) => {
    const answer = clearance(parts)
    expect(answer.kind === 'open' && answer.gaps.map(({ reason, item }) => `${reason} ${item.key}`)).toEqual(gaps)
  })

  it('asks for each part by itself, with its own hint', () => {
    const expr = { op: 'lab', analyte: 'crcl-cg', cmp: '>=', value: 50, unit: 'mL/min' } as const
    const facts = deriveFacts(
      recordWith({ bornOn: '1956-02-01', sex: 'male', observations: [weight(75, '2026-07-06')] }),
    )
    const verdict = evaluateCriterion({ kind: 'inclusion', expr }, facts, { asOf: today })
    const open = verdict === null ? [] : openLeaves(verdict)
    expect(open.map(({ item, sentence }) => [item?.key, sentence])).toEqual([
      ['lab:creatinine', 'Creatinine clearance (Cockcroft-Gault) cannot be worked out: creatinine is not recorded'],
      ['observation:weight', expect.stringContaining('Weight 75 kg on 06-Jul-2026')],
    ])
  })
})
