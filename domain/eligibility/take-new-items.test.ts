import { describe, expect, it } from 'vitest'
import { checkNewItem } from './check-new-item.ts'
import type { NewObservation, NewPatientItem } from './new-patient-item.ts'
import type { PatientRecord } from './patient-record.ts'
import { finding, recordWith } from './sample-record.ts'
import { takeNewItems } from './take-new-items.ts'

const today = '2026-06-15'

const platelets: NewObservation = {
  kind: 'observation',
  observationKind: 'lab',
  code: 'platelets',
  value: 145,
  unit: '10*9/L',
  lowerLimit: null,
  upperLimit: null,
  observedOn: '2026-06-14',
  source: 'Laboratory system',
}
const haemoglobin: NewObservation = { ...platelets, code: 'haemoglobin', value: 121, unit: 'g/L' }
const anc: NewObservation = { ...platelets, code: 'anc', value: 3.1 }

const take = (items: readonly NewPatientItem[], record: Partial<PatientRecord> = {}) =>
  takeNewItems(recordWith(record), items, {
    asOf: today,
    recordings: items.map((_, place) => ({
      id: `new-${place}`,
      recordedBy: 'Nurse',
      recordedAt: `${today}T09:00:00Z`,
    })),
  })
const faultsOf = (items: readonly NewPatientItem[], record: Partial<PatientRecord> = {}) => {
  const taken = take(items, record)
  return taken.kind === 'refused' ? taken.faults : []
}

describe('several results of one blood sample', () => {
  it('are a row each, in their order', () => {
    const taken = take([anc, platelets, haemoglobin])
    expect(taken).toMatchObject({
      kind: 'taken',
      rows: {
        observations: [
          { id: 'new-0', code: 'anc', value: 3.1 },
          { id: 'new-1', code: 'platelets', value: 145 },
          { id: 'new-2', code: 'haemoglobin', value: 121 },
        ],
        diagnoses: [],
        biomarkers: [],
      },
    })
  })

  it('are all refused for one that cannot be, each fault as if it were alone and with its place', () => {
    const wrong = { ...platelets, value: 230_000 }
    const alone = checkNewItem(recordWith({}), wrong, today)
    expect(alone.map(({ pointer }) => pointer)).toEqual(['/value'])
    const together = faultsOf([anc, haemoglobin, wrong])
    expect(together).toEqual(alone.map((fault) => ({ ...fault, pointer: `/items/2${fault.pointer}` })))
    expect(faultsOf([{ ...anc, unit: 'g/L' }, haemoglobin, wrong]).map(({ pointer }) => pointer)).toEqual([
      '/items/0/unit',
      '/items/2/value',
    ])
  })

  it('do not hold two of one day, of which nobody could say which is the later', () => {
    expect(faultsOf([platelets, anc, { ...platelets, value: 80 }])).toEqual([
      { pointer: '/items/2/code', message: 'Platelets of 14-Jun-2026 stands in this request twice: send it once' },
    ])
    expect(faultsOf([platelets, { ...platelets, observedOn: '2026-06-13' }])).toEqual([])
  })
})

describe('corrections in one request', () => {
  const old = finding('lab', 'platelets', 14, '2026-06-13', { id: 'old', unit: '10*9/L' })

  it('never correct one row twice', () => {
    const corrected = { ...platelets, replaces: 'old' }
    expect(faultsOf([corrected], { observations: [old] })).toEqual([])
    const twice = faultsOf([corrected, { ...corrected, value: 150 }], { observations: [old] })
    expect(twice.map(({ pointer }) => pointer)).toEqual(['/items/1/replaces'])
    expect(twice[0]?.message).toContain('corrected this meanwhile')
  })

  it('see what stands in the request before them', () => {
    const withdrawal = { kind: 'withdrawal', replaces: 'new-0', reason: 'Of another patient' } as const
    expect(faultsOf([platelets, withdrawal])).toEqual([])
    expect(faultsOf([withdrawal, platelets]).map(({ pointer }) => pointer)).toEqual(['/items/0/replaces'])
  })
})
