import { describe, expect, test } from 'vitest'
import { deriveFacts } from './derive-facts.ts'
import { evaluateLeaf } from './evaluate-leaf.ts'
import type { NewTreatment } from './new-patient-item.ts'
import type { Treatment } from './patient-record.ts'
import { rowsOfNewItem, withRows } from './rows-of-new-item.ts'
import { allConfirmed, diagnosisOf, finding, recordWith, treatmentOf } from './sample-record.ts'

const recording = { id: 'new', recordedBy: 'Rose Hill, Specialist nurse', recordedAt: '2026-06-15T08:00:00Z' }

test('a correction of the histology keeps the rest of the diagnosis, and the row before it', () => {
  const held = diagnosisOf({
    icd10: 'C22.0',
    topography: 'C22.0',
    basis: 'clinical',
    laterality: 'left',
    isIndex: true,
  })
  const record = recordWith({ diagnoses: [held] })
  const item = {
    kind: 'diagnosis',
    morphology: '8171/3',
    basis: 'histology',
    replaces: held.id,
    source: ' Path ',
  } as const
  const corrected = withRows(record, rowsOfNewItem(record, item, recording))
  expect(corrected.diagnoses).toEqual([
    held,
    {
      ...held,
      ...recording,
      source: 'Path',
      replaces: held.id,
      morphology: '8171/3',
      morphologySystem: 'icd-o-3',
      basis: 'histology',
    },
  ])
  expect(deriveFacts(corrected).diagnosis?.exact).toContain('gi-flc')
})

test('a correction of another part keeps a morphology in its own system', () => {
  const held = diagnosisOf({ morphology: '1187425009', morphologySystem: 'snomed-ct' })
  const item = { kind: 'diagnosis', topography: 'C22.0', replaces: held.id, source: 'x' } as const
  const [row] = rowsOfNewItem(recordWith({ diagnoses: [held] }), item, recording).diagnoses
  expect(row).toMatchObject({ topography: 'C22.0', morphology: '1187425009', morphologySystem: 'snomed-ct' })
})

test('the last day of a treatment is added to what is known of it', () => {
  const held = treatmentOf('carboplatin', { classes: ['platinum'], cycles: 6, line: 1, startedOn: '2026-01-10' })
  const record = recordWith({ treatments: [held] })
  const item = { kind: 'treatment', endedOn: '2026-05-01', replaces: held.id, source: 'x' } as const
  const facts = deriveFacts(withRows(record, rowsOfNewItem(record, item, recording)))
  expect(facts.treatments).toHaveLength(1)
  expect(facts.treatments[0]).toMatchObject({
    name: 'carboplatin',
    classes: ['platinum'],
    cycles: 6,
    line: 1,
    startedOn: '2026-01-10',
    endedOn: '2026-05-01',
  })
})

describe('an operation is over on the day on which it began', () => {
  const asOf = '2026-08-03'
  const parts = {
    kind: 'treatment',
    treatmentKind: 'surgery',
    name: 'Hepatectomy',
    procedure: 'major',
    source: 'x',
  } as const
  const rowOf = (days: Pick<NewTreatment, 'startedOn' | 'endedOn' | 'replaces'>, held: readonly Treatment[] = []) => {
    const [row] = rowsOfNewItem(recordWith({ treatments: held }), { ...parts, ...days }, recording).treatments
    return [row?.startedOn, row?.endedOn]
  }

  test.each([
    ['first', { startedOn: '2026-07-20' }],
    ['first, with the last stated as not known', { startedOn: '2026-07-20', endedOn: null }],
    ['last', { endedOn: '2026-07-20' }],
  ])('so that its %s day is both', (_day, days) => {
    expect(rowOf(days)).toEqual(['2026-07-20', '2026-07-20'])
    const rows = rowsOfNewItem(recordWith(), { ...parts, ...days }, recording)
    const facts = deriveFacts(withRows(recordWith({ assertions: allConfirmed(asOf) }), rows))
    const within28Days = (day: string) =>
      evaluateLeaf({ op: 'surgery', procedure: 'major', withinDays: 28 }, facts, day)
    expect(within28Days(asOf)).toMatchObject({ verdict: 'met', changesOn: '2026-08-18' })
    expect(['2026-08-17', '2026-08-18'].map((day) => within28Days(day).verdict)).toEqual(['met', 'notMet'])
  })

  test('and stays so when it is corrected', () => {
    const held = treatmentOf('hepatectomy', { kind: 'surgery', startedOn: '2026-07-20', endedOn: '2026-07-20' })
    const corrected = (days: Pick<NewTreatment, 'startedOn' | 'endedOn'>) =>
      rowOf({ ...days, replaces: held.id }, [held])
    expect(corrected({})).toEqual(['2026-07-20', '2026-07-20'])
    expect(corrected({ endedOn: null })).toEqual(['2026-07-20', '2026-07-20'])
    expect(corrected({ startedOn: '2026-07-21' })).toEqual(['2026-07-21', '2026-07-21'])
    expect(corrected({ endedOn: '2026-07-19' })).toEqual(['2026-07-19', '2026-07-19'])
    expect(corrected({ startedOn: null, endedOn: null })).toEqual([null, null])
  })

  test('but for one of which two days are recorded, and for a course of treatment', () => {
    expect(rowOf({ startedOn: '2026-07-20', endedOn: '2026-07-22' })).toEqual(['2026-07-20', '2026-07-22'])
    const course = { ...parts, treatmentKind: 'radiotherapy', procedure: null, startedOn: '2026-07-20' } as const
    expect(rowsOfNewItem(recordWith(), course, recording).treatments).toMatchObject([
      { startedOn: '2026-07-20', endedOn: null },
    ])
  })
})

test('"not known" is stated, and does not fall back to what was there', () => {
  const held = treatmentOf('carboplatin', { startedOn: '2026-01-10', endedOn: '2026-05-01' })
  const item = { kind: 'treatment', endedOn: null, isOngoing: true, replaces: held.id, source: 'x' } as const
  const [row] = rowsOfNewItem(recordWith({ treatments: [held] }), item, recording).treatments
  expect(row).toMatchObject({ startedOn: '2026-01-10', endedOn: null, isOngoing: true })
})

test('parts of a finding that nothing asks for stay with a correction, and those that it can state are as it states', () => {
  const held = finding('medication', 'systemic-corticosteroid', 'active', '2026-05-01', {
    detail: { name: 'Dexamethasone', doseMgPredEq: 20 },
  })
  const record = recordWith({ observations: [held] })
  const { id, kind: observationKind, code, value, unit, lowerLimit, upperLimit, observedOn, source } = held
  const parts = { code, value, unit, lowerLimit, upperLimit, observedOn, source }
  const item = { ...parts, kind: 'observation', observationKind, detail: {}, replaces: id } as const
  const [row] = rowsOfNewItem(record, { ...item, detail: { doseMgPredEq: 5 } }, recording).observations
  expect(row?.detail).toEqual({ name: 'Dexamethasone', doseMgPredEq: 5 })
  expect(rowsOfNewItem(record, item, recording).observations[0]?.detail).toEqual({ name: 'Dexamethasone' })
})
