import { afterAll, beforeAll, expect, test } from 'vitest'
import { deriveFacts } from '#domain/eligibility/derive-facts.ts'
import type { PatientRecord } from '#domain/eligibility/patient-record.ts'
import { type CaseloadPatient, tallyCaseload } from '#domain/feasibility/caseload-tally.ts'
import { countedOnce, type WeightOf } from '#domain/feasibility/draft-weight.ts'
import { buildPatients } from '../../../tests/support/build-patient.ts'
import { buildTrials } from '../../../tests/support/build-trial.ts'
import { openTestDatabase, type TestDatabase } from '../../../tests/support/database-template.ts'
import { readCaseloadSlice } from '../../eligibility/caseload-repository.ts'
import { writePatientFacts } from '../../eligibility/facts-repository.ts'
import type { Trx } from '../../plugins/operation.ts'
import { tallyByOrganisation } from './tally-caseload.ts'

const asOf = '2026-06-15'
const organisationId = '00000000-0000-4000-9000-000000000001'
/** More than one slice. */
const patients = buildPatients(520, 21, asOf)
const caseload = patients.map((record) => ({ facts: deriveFacts(record), overrides: [] }))

let database: TestDatabase
const transact = <Result>(work: (trx: Trx) => Promise<Result>) => database.db.transaction().execute(work)

beforeAll(async () => {
  database = await openTestDatabase()
  await transact((trx) => store(trx, patients))
})
afterAll(() => database.close())

async function store(trx: Trx, records: readonly PatientRecord[]): Promise<void> {
  const now = new Date(`${asOf}T08:00:00Z`)
  await trx.insertInto('organisation').values({ organisation_id: organisationId, code: 'ZZ901', name: 'One' }).execute()
  const rows = records.map(({ patientId, bornOn, diedOn, sex }) => ({
    patient_id: patientId,
    organisation_id: organisationId,
    family_name: 'Test',
    given_name: 'Person',
    born_on: bornOn,
    died_on: diedOn,
    sex,
    search: 'test',
    updated_at: now,
  }))
  await trx.insertInto('patient').values(rows).execute()
  await writePatientFacts(
    trx,
    records.map((record) => ({ organisationId, record })),
    now,
  )
}

test('the numbers are those of every patient assessed in turn, whatever SQL settles beforehand', async () => {
  let settled = 0
  for (const { record, ...trial } of buildTrials(8, 22)) {
    const criteria = record.criteria.map((criterion, index) => ({ ...criterion, id: `C${index}` }))
    const query = {
      trial: { ...trial, record: { ...record, criteria } },
      isDraft: true,
      asOf,
      organisationId: null,
      weightOf: countedOnce,
    }
    const tallies = await tallyByOrganisation({ transact, ...query })
    const expected = tallyCaseload(query.trial, caseload, asOf)
    expect(tallies.get(organisationId) ?? tallyCaseload(query.trial, [], asOf), JSON.stringify(criteria)).toEqual(
      expected,
    )
    const { stopped } = await transact((trx) => readCaseloadSlice(trx, query, null, 500))
    settled += (stopped.get(organisationId) ?? []).reduce((sum, group) => sum + group.patients, 0)
  }
  expect(settled).toBeGreaterThan(200)
})

test('a patient counts as often as the weight says, whoever settles the answer', async () => {
  const place = new Map(patients.map(({ patientId }, index) => [patientId, index]))
  const weightOf: WeightOf = ({ patientId }) => (place.get(patientId) ?? 0) % 3
  const weighed = caseload.flatMap((patient, index) => new Array<CaseloadPatient>(index % 3).fill(patient))
  for (const trial of buildTrials(4, 22)) {
    const tallies = await tallyByOrganisation({ transact, trial, isDraft: true, asOf, organisationId: null, weightOf })
    expect(tallies.get(organisationId)).toEqual(tallyCaseload(trial, weighed, asOf))
  }
})

test('the columns of facts that an older program stored settle nobody', async () => {
  const [trial] = buildTrials(60, 22).filter(({ record }) => record.isBasket && record.criteria.length > 1)
  if (trial === undefined) throw new Error('No trial for many cancers was generated.')
  await database.db.updateTable('patient_facts').set({ facts_version: 0 }).execute()
  const query = { trial, isDraft: true, asOf, organisationId, weightOf: countedOnce }
  const { stopped } = await transact((trx) => readCaseloadSlice(trx, query, null, 500))
  expect(stopped.get(organisationId)).toEqual([])
})
