import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HeldTrial } from '#domain/eligibility/assess-trial.ts'
import { deriveFacts } from '#domain/eligibility/derive-facts.ts'
import type { PatientRecord } from '#domain/eligibility/patient-record.ts'
import { criterionWith, trialWith } from '#domain/eligibility/sample-trial.ts'
import { type CaseloadPatient, type CaseloadTally, tallyCaseload } from '#domain/feasibility/caseload-tally.ts'
import { countedOnce, type WeightOf } from '#domain/feasibility/draft-weight.ts'
import { buildLeaves } from '../../../tests/support/build-criterion.ts'
import { buildPatients } from '../../../tests/support/build-patient.ts'
import { buildTrials } from '../../../tests/support/build-trial.ts'
import { openTestDatabase, type TestDatabase } from '../../../tests/support/database-template.ts'
import { readCaseloadSlice } from '../../eligibility/caseload-repository.ts'
import { writePatientFacts } from '../../eligibility/facts-repository.ts'
import type { Trx } from '../../plugins/operation.ts'
import { tallyByGroup } from './tally-caseload.ts'

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

/** Fails where the numbers are not those of every patient assessed in turn. Returns how many SQL judged in a slice. */
async function compare({
  record,
  ...parts
}: HeldTrial): Promise<{ readonly judgedInSql: number; readonly tally: CaseloadTally }> {
  const criteria = record.criteria.map((criterion, index) => ({ ...criterion, id: `C${index}` }))
  const query = {
    trial: { ...parts, record: { ...record, criteria } },
    isDraft: true,
    asOf,
    own: null,
    isOfOwnOnly: false,
    weights: [countedOnce],
  }
  const [tallies] = await tallyByGroup({ transact, ...query })
  const tally = tallyCaseload(query.trial, caseload, asOf)
  const found = tallies?.get(organisationId) ?? tallyCaseload(query.trial, [], asOf)
  expect(found, JSON.stringify(criteria)).toEqual(tally)
  const { weighed } = await transact((trx) => readCaseloadSlice(trx, query, null, 500))
  return {
    judgedInSql: (weighed[0]?.judged.get(organisationId) ?? []).reduce((sum, group) => sum + group.patients, 0),
    tally,
  }
}

test('the numbers are those of every patient assessed in turn, and SQL judges nearly all of them', async () => {
  const compared: Awaited<ReturnType<typeof compare>>[] = []
  for (const trial of buildTrials(30, 22)) compared.push(await compare(trial))
  const considered = compared.reduce((sum, { tally }) => sum + tally.considered, 0)
  expect(compared.reduce((sum, { judgedInSql }) => sum + judgedInSql, 0)).toBeGreaterThan(0.9 * considered)
})

test('limits of time stop for now or for good, in a trial with cohorts and without', async () => {
  const windows = [...buildLeaves('interval', 8, 3), ...buildLeaves('therapy', 8, 4)]
  const stopped = { forNow: 0, forGood: 0 }
  for (const [index, expr] of windows.entries()) {
    const timed = criterionWith({ class: 'timeLimited', expr, kind: index % 4 === 0 ? 'exclusion' : 'inclusion' })
    const bound = { ...timed, id: 'I2', appliesTo: ['A'] }
    const { tally } = await compare(trialWith({ isBasket: true, criteria: [timed] }))
    await compare(trialWith({ isBasket: true, criteria: [bound, criterionWith({ id: 'I3', appliesTo: ['B'] })] }))
    stopped.forNow += tally.outcomes.notYet
    stopped.forGood += tally.outcomes.notMatched
  }
  expect(stopped.forNow).toBeGreaterThan(100)
  expect(stopped.forGood).toBeGreaterThan(100)
})

test('a patient counts as often as the weight says, whoever judges him or her', async () => {
  const place = new Map(patients.map(({ patientId }, index) => [patientId, index]))
  const weightOf: WeightOf = ({ patientId }) => (place.get(patientId) ?? 0) % 3
  const weighed = caseload.flatMap((patient, index) => new Array<CaseloadPatient>(index % 3).fill(patient))
  for (const trial of buildTrials(4, 22)) {
    const weights = [countedOnce, weightOf]
    const asked = { transact, trial, isDraft: true, asOf, own: null, isOfOwnOnly: false, weights }
    const [once, byWeight] = await tallyByGroup(asked)
    expect(once?.get(organisationId)).toEqual(tallyCaseload(trial, caseload, asOf))
    expect(byWeight?.get(organisationId)).toEqual(tallyCaseload(trial, weighed, asOf))
  }
})

test('patients whose facts an older program stored are left to the evaluator', async () => {
  const [trial] = buildTrials(60, 22).filter(({ record }) => record.isBasket && record.criteria.length > 1)
  if (trial === undefined) throw new Error('No trial for many cancers was generated.')
  await database.db.updateTable('patient_facts').set({ facts_version: 0 }).execute()
  const query = { trial, isDraft: true, asOf, own: null, isOfOwnOnly: false, weights: [countedOnce] }
  const { weighed } = await transact((trx) => readCaseloadSlice(trx, query, null, 500))
  expect(weighed[0]?.judged.get(organisationId)).toBeUndefined()
})
