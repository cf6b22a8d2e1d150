import { describe, expect, it } from 'vitest'
import { checkNewItem } from './check-new-item.ts'
import type { NewObservation, NewPatientItem } from './new-patient-item.ts'
import type { Observation, PatientRecord } from './patient-record.ts'
import { rowsOfNewItem, withRows } from './rows-of-new-item.ts'
import { recordWith } from './sample-record.ts'

const today = '2026-06-15'

const ecog: NewObservation = {
  kind: 'observation',
  observationKind: 'performance-status',
  code: 'ECOG',
  value: 1,
  unit: null,
  lowerLimit: null,
  upperLimit: null,
  observedOn: '2026-06-14',
  source: 'Clinic letter',
}
const resection: NewPatientItem = {
  kind: 'treatment',
  treatmentKind: 'surgery',
  name: 'Resection',
  endedOn: '2026-05-02',
  source: 'Operation note',
}

/** The record after somebody has recorded each of the items, a minute after the one before. */
function afterRecording(...items: readonly NewPatientItem[]): PatientRecord {
  return items.reduce((record, item, place) => {
    const recordedAt = `2026-06-15T08:0${place}:00Z`
    return withRows(record, rowsOfNewItem(record, item, { id: `row-${place}`, recordedBy: 'Amy Nurse', recordedAt }))
  }, recordWith())
}
const messages = (record: PatientRecord, item: NewPatientItem) =>
  checkNewItem(record, item, today).map(({ pointer, message }) => `${pointer}: ${message}`)

describe('what somebody has recorded already', () => {
  it('is not recorded once more, from whatever document, and who recorded it is said', () => {
    const said = [
      '/value: “ECOG performance status: 1 on 14-Jun-2026” was recorded already, by Amy Nurse, at 15-Jun-2026 09:00, from Clinic letter. Change the value or its day if yours is another',
    ]
    expect(messages(afterRecording(ecog), ecog)).toEqual(said)
    expect(messages(afterRecording(ecog), { ...ecog, source: 'MDT proforma' })).toEqual(said)
    expect(messages(afterRecording(resection), resection)).toEqual([
      expect.stringMatching(/^: “.*Resection.*” was recorded already, by Amy Nurse/),
    ])
  })

  it.each<[string, Partial<NewObservation>]>([
    ['another value of the day', { value: 2 }],
    ['the value of another day', { observedOn: '2026-06-13' }],
    ['another scale', { code: 'Karnofsky', value: 80 }],
    ['a correction of it', { replaces: 'row-0' }],
  ])('%s is recorded', (_what, change) => {
    expect(messages(afterRecording(ecog), { ...ecog, ...change })).toEqual([])
  })

  it('is recorded again once it was taken back or corrected', () => {
    const withdrawn = afterRecording(ecog, { kind: 'withdrawal', replaces: 'row-0', reason: 'Another patient' })
    expect(messages(withdrawn, ecog)).toEqual([])
    expect(messages(afterRecording(ecog, { ...ecog, value: 2, replaces: 'row-0' }), ecog)).toEqual([])
  })

  it('is a statement of its own after another result of the day', () => {
    const other = { ...ecog, value: 2 }
    expect(messages(afterRecording(ecog, other), ecog)).toEqual([])
    expect(messages(afterRecording(ecog, other), other)).toHaveLength(1)
  })

  it('is confirmed as often as somebody confirms it', () => {
    const confirmation = {
      kind: 'assertion',
      category: 'treatment-history-complete',
      assertedOn: today,
      source: 'Clinic letter',
    } as const satisfies NewPatientItem
    expect(messages(afterRecording(confirmation), confirmation)).toEqual([])
  })
})

it('is told from what differs in a reading of the report', () => {
  const measured: NewObservation = { ...ecog, observationKind: 'lab', code: 'platelets', value: 90, unit: '10*9/L' }
  const bounded = (detail: Observation['detail']) => messages(afterRecording(measured), { ...measured, detail })
  expect(bounded({ bound: '<' })).toEqual([])
  expect(bounded({})).toHaveLength(1)
})
