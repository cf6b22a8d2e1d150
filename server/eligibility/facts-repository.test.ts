import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deriveFacts } from '#domain/eligibility/derive-facts.ts'
import { finding, recordWith } from '#domain/eligibility/sample-record.ts'
import { openTestDatabase, type TestDatabase } from '../../tests/support/database-template.ts'
import { demonstrationSeed, testInstant } from '../../tests/support/demonstration-seed.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Trx } from '../plugins/operation.ts'
import { readPatientFacts, refreshPatientFacts, writePatientFacts } from './facts-repository.ts'
import { factsVersion } from './facts-version.ts'
import { addPatientRows, readPatientRecords } from './patient-rows-repository.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase({ seed: demonstrationSeed() })
})
afterAll(() => database.close())

const nobody = { databaseRole: 'app_job', organisation: '', account: '', role: '' } as const
const run = <Result>(work: (trx: Trx) => Promise<Result>) => inTransaction(database.db, nobody, work)

async function patientIds(): Promise<string[]> {
  const rows = await database.db.selectFrom('patient').select('patient_id').orderBy('patient_id').execute()
  return rows.map(({ patient_id }) => patient_id)
}

const rowOf = (patientId: string) =>
  database.db.selectFrom('patient_facts').selectAll().where('patient_id', '=', patientId).executeTakeFirstOrThrow()

/** A patient of the first organisation, without any clinical row. */
async function newPatient(patientId: string): Promise<string> {
  const { organisation_id } = await database.db
    .selectFrom('organisation')
    .select('organisation_id')
    .executeTakeFirstOrThrow()
  await database.db
    .insertInto('patient')
    .values({
      patient_id: patientId,
      organisation_id,
      nhs_number: null,
      hospital_number: null,
      family_name: 'Newly',
      given_name: 'Registered',
      title: null,
      born_on: null,
      died_on: null,
      sex: null,
      ethnicity: null,
      postcode: null,
      consultant: null,
      updated_at: testInstant,
      search: ' newly registered',
    })
    .execute()
  return organisation_id
}

test('what is stored is what the rows give, for every patient of the demonstration', async () => {
  const ids = await patientIds()
  const stored = await run((trx) => readPatientFacts(trx, ids))
  const records = await run((trx) => readPatientRecords(trx, ids))
  expect(stored.size).toBe(ids.length)
  for (const record of records) expect(stored.get(record.patientId)?.facts).toEqual(deriveFacts(record))
})

describe('a patient of whom nothing is known', () => {
  const patientId = '00000000-0000-4000-8000-000000000001'

  test('stays unknown through storage: nothing becomes zero, false or a date', async () => {
    const organisationId = await newPatient(patientId)
    const record = recordWith({ patientId })
    await run((trx) => writePatientFacts(trx, [{ organisationId, record }], testInstant))
    expect((await run((trx) => readPatientFacts(trx, [patientId]))).get(patientId)).toEqual({
      organisationId,
      teamId: null,
      facts: deriveFacts(record),
    })
    expect(await rowOf(patientId)).toMatchObject({
      facts_version: factsVersion,
      cancer_type_id: null,
      match_grade: 'unknown',
      diagnosed_on: null,
      stage_text: null,
      stage_on: null,
      ecog: null,
      ecog_on: null,
      cancer_exact: [],
      is_uncoded: true,
      missing: expect.arrayContaining(['histology', 'performanceStatus']),
    })
  })

  test('is known once a row is added and the facts are refreshed; a zero is a value', async () => {
    const ecog = { ...finding('performance-status', 'ECOG', 0, '2026-06-10'), id: crypto.randomUUID() }
    await run(async (trx) => {
      await addPatientRows(trx, [recordWith({ patientId, observations: [ecog] })])
      await refreshPatientFacts(trx, [patientId], testInstant)
    })
    const row = await rowOf(patientId)
    expect(row).toMatchObject({ ecog: 0, ecog_on: '2026-06-10' })
    expect(row.missing).not.toContain('performanceStatus')
  })
})

test('facts that an older version stored are derived from the rows when they are read', async () => {
  const [patientId = ''] = await patientIds()
  const before = (await run((trx) => readPatientFacts(trx, [patientId]))).get(patientId)
  await database.db
    .updateTable('patient_facts')
    .set({ facts: JSON.stringify({ old: true }), facts_version: factsVersion - 1 })
    .where('patient_id', '=', patientId)
    .execute()
  expect((await run((trx) => readPatientFacts(trx, [patientId]))).get(patientId)).toEqual(before)
})

test('patients who do not exist have no facts', async () => {
  expect(await run((trx) => readPatientFacts(trx, []))).toEqual(new Map())
  expect(await run((trx) => readPatientFacts(trx, ['00000000-0000-4000-8000-00000000dead']))).toEqual(new Map())
})
