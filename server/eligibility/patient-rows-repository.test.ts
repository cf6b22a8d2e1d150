import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PatientRecord, Provenance } from '#domain/eligibility/patient-record.ts'
import { confirmed, diagnosisOf, finding, recordWith, testOf, treatmentOf } from '#domain/eligibility/sample-record.ts'
import { openTestDatabase, type TestDatabase } from '../../tests/support/database-template.ts'
import { demonstrationSeed } from '../../tests/support/demonstration-seed.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Trx } from '../plugins/operation.ts'
import { addPatientRows, readPatientRecords } from './patient-rows-repository.ts'

let database: TestDatabase
let patientIds: readonly string[]
beforeAll(async () => {
  database = await openTestDatabase({ seed: demonstrationSeed() })
  const rows = await database.db.selectFrom('patient').select('patient_id').orderBy('patient_id').limit(2).execute()
  patientIds = rows.map(({ patient_id }) => patient_id)
})
afterAll(() => database.close())

const nobody = { databaseRole: 'app_job', organisation: '', account: '', role: '' } as const
const run = <Result>(work: (trx: Trx) => Promise<Result>) => inTransaction(database.db, nobody, work)

const stored = <Row extends Provenance>(row: Row): Row => ({
  ...row,
  id: randomUUID(),
  recordedAt: '2026-06-15T08:00:00.123Z',
})

test('rows come back as they were recorded: dates, instants, fractions, lists, words and what is not known', async () => {
  const [patientId = ''] = patientIds
  const before = await run((trx) => readPatientRecords(trx, [patientId]))
  const detail = { by: 'CT', line: 2, isPresent: false }
  const added = recordWith({
    patientId,
    diagnoses: [stored(diagnosisOf({ icd10: 'C22.0', diagnosedOn: '2026-01' }))],
    observations: [
      stored(finding('lab', 'inr', 0.1, '2024-02-29', { unit: '1', lowerLimit: 0, upperLimit: 1.2e-7 })),
      stored(finding('lab', 'hcg', '<0.5 “low”', '2026-06-01', { detail })),
      stored(finding('condition', 'asthma', false, '1999-12-31', { replaces: randomUUID() })),
    ],
    treatments: [
      stored(treatmentOf('sorafenib', { classes: ['tki', 'a "quoted", {braced} class'], halfLifeDays: 1.0625 })),
      stored(treatmentOf('unknown')),
    ],
    biomarkers: [stored(testOf('fusion', { genes: ['FGFR2', 'BICC1'], value: -0.25 })), stored(testOf('msi'))],
    assertions: [
      stored({ ...confirmed('medicines-reviewed', '2026-06-15'), replaces: randomUUID(), withdrawalReason: 'Ward' }),
    ],
  })
  await run((trx) => addPatientRows(trx, [added]))
  const [record] = await run((trx) => readPatientRecords(trx, [patientId]))
  const [held] = before
  if (record === undefined || held === undefined) throw new Error('The demonstration has no patient.')
  for (const sort of sorts) {
    const isNew = ({ id }: Provenance) => !held[sort].some((row) => row.id === id)
    const byId = (a: Provenance, b: Provenance) => a.id.localeCompare(b.id)
    expect([...record[sort]].filter(isNew).sort(byId), sort).toEqual([...added[sort]].sort(byId))
    expect(record[sort]).toHaveLength(held[sort].length + added[sort].length)
  }
})

const sorts = [
  'diagnoses',
  'observations',
  'treatments',
  'biomarkers',
  'assertions',
] as const satisfies readonly (keyof PatientRecord)[]

test('each of several patients has their own rows, and nobody else is there', async () => {
  const [first = '', second = ''] = patientIds
  const alone = await run((trx) => readPatientRecords(trx, [first]))
  const both = await run((trx) => readPatientRecords(trx, [second, first, '00000000-0000-4000-8000-00000000dead']))
  expect(both.map(({ patientId }) => patientId).sort()).toEqual([first, second])
  expect(both.find(({ patientId }) => patientId === first)).toEqual(alone[0])
  for (const { patientId, observations } of both) {
    const query = database.db.selectFrom('observation').select('observation_id').where('patient_id', '=', patientId)
    const own = (await query.execute()).map(({ observation_id }) => observation_id)
    expect(observations.map(({ id }) => id).sort()).toEqual(own.sort())
  }
  expect(await run((trx) => readPatientRecords(trx, []))).toEqual([])
})
