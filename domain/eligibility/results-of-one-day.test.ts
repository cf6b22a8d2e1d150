import { describe, expect, it } from 'vitest'
import { deriveFacts } from './derive-facts.ts'
import { evaluateCriterion } from './evaluate-criterion.ts'
import type { Comparison, Leaf } from './leaf.ts'
import { openLeaves } from './open-leaves.ts'
import type { Observation, PatientRecord } from './patient-record.ts'
import { finding, recordWith } from './sample-record.ts'

const asOf = '2026-11-20'
const day = '2026-11-12'
const atMost: Leaf = { op: 'lab', analyte: 'creatinine', cmp: '<=', value: 1.5, unit: 'mg/dL' }

function ask(leaf: Leaf, observations: readonly Observation[], person: Partial<PatientRecord> = {}) {
  const facts = deriveFacts(recordWith({ ...person, observations }))
  const verdict = evaluateCriterion({ kind: 'inclusion', expr: leaf }, facts, { asOf })
  if (verdict === null) throw new RangeError('The leaf is a rule')
  return verdict
}

/** Recorded in the order given. */
const creatinines = (...values: readonly (number | Partial<Observation>)[]) =>
  values.map((value, index) => ({
    ...finding('lab', 'creatinine', 1, day, { unit: 'mg/dL' }),
    ...(typeof value === 'number' ? { value } : value),
    id: `creatinine-${index}`,
    source: index === 0 ? 'Laboratory system' : 'Clinic letter',
    recordedAt: `${day}T1${index}:00:00Z`,
  }))

describe('two results of one day', () => {
  it.each<[number, number, string]>([
    [1.4, 1.6, 'unknown'],
    [1.6, 1.4, 'unknown'],
    [1.5, 1.6, 'unknown'],
    [1.4, 1.5, 'met'],
    [1.5, 1.4, 'met'],
    [1.6, 1.7, 'notMet'],
    [1.7, 1.6, 'notMet'],
  ])('%d and then %d beside a limit of at most 1.5 are %s', (first, second, verdict) => {
    expect(ask(atMost, creatinines(first, second)).verdict).toBe(verdict)
  })

  it.each<[Comparison, string]>([
    ['<', 'unknown'],
    ['<=', 'met'],
    ['=', 'unknown'],
    ['>=', 'unknown'],
    ['>', 'notMet'],
  ])('of which one is the limit itself and one is below: %s is %s', (cmp, verdict) => {
    expect(ask({ ...atMost, cmp }, creatinines(1.4, 1.5)).verdict).toBe(verdict)
  })

  it('on both sides of the limit are a contradiction that names both, with their sources, and the limit', () => {
    expect(ask(atMost, creatinines(1.6, 1.4))).toMatchObject({
      verdict: 'unknown',
      reason: 'contradictory',
      item: { key: 'lab:creatinine' },
      sentence:
        'Creatinine: 1.4 mg/dL (Clinic letter) and 1.6 mg/dL (Laboratory system), both of 12-Nov-2026, answer differently; asked: at most 1.5 mg/dL; which one counts is not recorded: take back the other, or repeat the test',
    })
  })

  it('on one side keep the verdict, and the other is named', () => {
    expect(ask(atMost, creatinines(1.3, 1.4)).sentence).toBe(
      'Creatinine 1.4 mg/dL on 12-Nov-2026 is at or below the limit of 1.5 mg/dL (Clinic letter); so is 1.3 mg/dL (Laboratory system) of that day',
    )
  })

  it('of which one cannot be compared answer nothing, and the other is named', () => {
    const times: Leaf = { ...atMost, value: 1.5, unit: 'xULN' }
    for (const order of [
      creatinines({ value: 1, upperLimit: 1.2 }, 1.1),
      creatinines(1.1, { value: 1, upperLimit: 1.2 }),
    ]) {
      const found = ask(times, order)
      expect(found).toMatchObject({ verdict: 'unknown', reason: 'ulnMissing' })
      expect(found.sentence).toContain('recorded beside it on that day: 1 mg/dL')
    }
  })

  it('are settled by taking one back, and of different days by the newer', () => {
    const [high, low] = creatinines(1.6, 1.4)
    if (high === undefined || low === undefined) throw new RangeError('Two were made')
    const takenBack = { ...high, id: 'taken-back', replaces: high.id, withdrawalReason: 'Another patient' }
    expect(ask(atMost, [high, low, takenBack]).verdict).toBe('met')
    expect(ask(atMost, [{ ...high, observedOn: '2026-11-13' }, low]).verdict).toBe('notMet')
  })

  it('are three where three differ', () => {
    expect(ask(atMost, creatinines(1.6, 1.4, 1.3)).sentence).toContain(
      '1.3 mg/dL (Clinic letter), 1.4 mg/dL (Clinic letter) and 1.6 mg/dL (Laboratory system), all of 12-Nov-2026',
    )
  })

  it('are measurements at the bedside, too', () => {
    const pressure = (value: number) => finding('observation', 'systolic-bp', value, day, { unit: 'mm[Hg]' })
    const leaf: Leaf = { op: 'observation', concept: 'systolic-bp', cmp: '<=', value: 150, unit: 'mm[Hg]' }
    expect(ask(leaf, [pressure(150), pressure(151)])).toMatchObject({ verdict: 'unknown', reason: 'contradictory' })
    expect(ask(leaf, [pressure(149), pressure(150)]).verdict).toBe('met')
  })

  it.each<[readonly number[], number, string]>([
    [[1, 2], 2, 'met'],
    [[2, 1], 2, 'met'],
    [[2, 3], 2, 'unknown'],
    [[3, 2], 2, 'unknown'],
    [[3, 4], 2, 'notMet'],
  ])('are ECOG %j of two clinics, of which at most %i is asked: %s', (values, most, verdict) => {
    const statuses = values.map((value) => finding('performance-status', 'ECOG', value, day))
    const inList = Array.from({ length: most + 1 }, (_, value) => value)
    for (const leaf of [
      { op: 'ps', scale: 'ECOG', in: inList },
      { op: 'ps', scale: 'ECOG', max: most },
    ] as const)
      expect(ask(leaf, statuses)).toMatchObject({ verdict, reason: verdict === 'unknown' ? 'contradictory' : null })
  })

  it('are Child-Pugh scores of one class, or of two', () => {
    const score = (value: number) => finding('score', 'child-pugh', value, day)
    const leaf: Leaf = { op: 'score', name: 'child-pugh', in: ['A'] }
    expect(ask(leaf, [score(5), score(6)])).toMatchObject({ verdict: 'met' })
    expect(ask(leaf, [score(6), score(7)])).toMatchObject({ verdict: 'unknown', reason: 'contradictory' })
  })

  it('of a pregnancy test say neither that she is pregnant nor that she is not', () => {
    const test = (value: string) => finding('lab', 'hcg', value, '2026-11-18', { unit: 'qual' })
    const pregnancy: Leaf = { op: 'condition', concept: 'pregnancy', status: 'active' }
    for (const tests of [
      [test('positive'), test('negative')],
      [test('negative'), test('positive')],
    ])
      expect(ask(pregnancy, tests, { sex: 'female' })).toMatchObject({ verdict: 'unknown', item: { key: 'lab:hcg' } })
  })
})

describe('creatinine clearance from parts measured twice on one day', () => {
  const man = { bornOn: '1956-02-01', sex: 'male' } as const
  const clearance: Leaf = { op: 'lab', analyte: 'crcl-cg', cmp: '>=', value: 50, unit: 'mL/min' }
  const weight = (value: number) => finding('observation', 'weight', value, day, { unit: 'kg' })
  const micromoles = (value: number) => ({ value, unit: 'umol/L' })

  it('answers where every number does, and else names the part that was measured twice', () => {
    const same = ask(clearance, [...creatinines(micromoles(110), micromoles(120)), weight(75)], man)
    expect(same.verdict).toBe('met')
    const creatinine = ask(clearance, [...creatinines(micromoles(110), micromoles(140)), weight(75)], man)
    expect(creatinine).toMatchObject({ reason: 'contradictory', item: { key: 'lab:creatinine' } })
    const weights = ask(clearance, [...creatinines(micromoles(110)), weight(75), weight(55)], man)
    expect(weights).toMatchObject({ reason: 'contradictory', item: { key: 'observation:weight' } })
  })

  it('names both parts where both were', () => {
    const rows = [...creatinines(micromoles(110), micromoles(140)), weight(75), weight(55)]
    const keys = openLeaves(ask(clearance, rows, man)).map(({ item }) => item?.key)
    expect(keys).toEqual(['lab:creatinine', 'observation:weight'])
  })
})
