import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../tests/support/database-template.ts'
import { demonstrationSeed, testDay, testInstant } from '../../tests/support/demonstration-seed.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Trx } from '../plugins/operation.ts'
import { recountCandidates } from './candidate-count-repository.ts'
import { readCandidates } from './patient-verdict-repository.ts'
import { readPatientsOfTrial } from './patients-of-trial-repository.ts'
import { rescreenTrial, screenPatients } from './screening-repository.ts'

/** An account that has seen nothing. */
const nobodyId = '00000000-0000-4000-8000-000000000000'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase({ seed: demonstrationSeed() })
})
afterAll(() => database.close())

const nobody = { databaseRole: 'app_job', organisation: '', account: '', role: '' } as const
const run = <Result>(work: (trx: Trx) => Promise<Result>) => inTransaction(database.db, nobody, work)

const patients = () => database.db.selectFrom('patient').selectAll().orderBy('patient_id').execute()

const screenedOf = (patientId: string) =>
  database.db.selectFrom('screening').selectAll().where('patient_id', '=', patientId).orderBy('trial_id').execute()

const countOf = (patientId: string) =>
  database.db.selectFrom('candidate_count').selectAll().where('patient_id', '=', patientId).executeTakeFirst()

const everything = () =>
  database.db.selectFrom('screening').selectAll().orderBy('patient_id').orderBy('trial_id').execute()

const allCounts = () => database.db.selectFrom('candidate_count').selectAll().orderBy('patient_id').execute()

test('what is stored for every patient is what a reader of the patient is shown', async () => {
  const all = await patients()
  for (const { patient_id: patientId, organisation_id: organisationId } of all) {
    const scope = { organisationId, teamIds: [], namedRoles: [], openedPatientIds: [patientId] }
    const list = await run((trx) =>
      readCandidates(trx, { patientId, scope, accountId: nobodyId, asOf: testDay, from: null }),
    )
    const shown = [...(list?.candidates ?? []), ...(list?.baskets ?? []), ...(list?.notMatched ?? [])]
    const stored = await screenedOf(patientId)
    expect(
      stored.map(({ trial_id, outcome, undecided_keys: { length } }) => ({ trial_id, outcome, undecided: length })),
    ).toEqual(
      shown
        .map(({ trialId, outcome, undecided: { length } }) => ({ trial_id: trialId, outcome, undecided: length }))
        .sort((a, b) => (a.trial_id < b.trial_id ? -1 : 1)),
    )
    const counted = await countOf(patientId)
    expect(counted?.no_failures_found).toBe(
      list?.candidates.filter((each) => each.outcome === 'noFailuresFound').length,
    )
    expect(counted?.needs_data).toBe(list?.candidates.filter((each) => each.outcome === 'needsData').length)
    expect(counted?.as_of).toBe(testDay)
  }
  expect(all.length).toBeGreaterThan(200)
})

test('trials for many cancers have rows of their own and are not counted', async () => {
  const rows = (await everything()).filter((row) => row.diagnosis_grade === 'basket')
  expect(rows.length).toBeGreaterThan(0)
  const counted = (await allCounts()).reduce((sum, row) => sum + row.needs_data, 0)
  const specific = (await everything()).filter((row) => row.diagnosis_grade !== 'basket' && row.outcome === 'needsData')
  expect(counted).toBe(specific.length)
})

test('no row is kept for a cancer that the trial does not take, and none for a patient who has died', async () => {
  expect((await everything()).filter((row) => row.diagnosis_grade === 'none')).toEqual([])
  const [patient] = await patients()
  const patientId = patient?.patient_id ?? ''
  await database.db.updateTable('patient').set({ died_on: testDay }).where('patient_id', '=', patientId).execute()
  const facts = database.db.selectFrom('patient_facts').select('facts').where('patient_id', '=', patientId)
  const before = await facts.executeTakeFirstOrThrow()
  const store = (value: object) =>
    database.db
      .updateTable('patient_facts')
      .set({ facts: JSON.stringify(value) })
      .where('patient_id', '=', patientId)
      .execute()
  await store({ ...before.facts, diedOn: testDay })
  await run((trx) => screenPatients(trx, [patientId], testDay, { at: testInstant }))
  expect(await screenedOf(patientId)).toEqual([])
  expect(await countOf(patientId)).toMatchObject({ no_failures_found: 0, needs_data: 0, not_matched: 0 })
  await store(before.facts)
  await run((trx) => screenPatients(trx, [patientId], testDay, { at: testInstant }))
})

test('time alone changes an answer: results go stale, so nothing is without failures half a year later', async () => {
  const all = (await patients()).map(({ patient_id }) => patient_id)
  const before = (await allCounts()).reduce((sum, row) => sum + row.no_failures_found, 0)
  expect(before).toBeGreaterThan(0)
  await run((trx) => screenPatients(trx, all, '2026-12-15'))
  expect((await allCounts()).reduce((sum, row) => sum + row.no_failures_found, 0)).toBe(0)
  await run((trx) => screenPatients(trx, all, testDay, { at: testInstant }))
  expect((await allCounts()).reduce((sum, row) => sum + row.no_failures_found, 0)).toBe(before)
})

describe('screening one trial slice by slice', () => {
  async function inSlices(trialId: string, limit: number): Promise<number> {
    const patientIds = await run((trx) => readPatientsOfTrial(trx, trialId, null, testDay))
    let slices = 0
    for (let start = 0; start < patientIds.length; start += limit) {
      const slice = patientIds.slice(start, start + limit)
      await run((trx) => rescreenTrial(trx, trialId, slice, testDay, { at: testInstant }))
      slices += 1
    }
    return slices
  }

  const countedTrial = async () => {
    const row = await database.db
      .selectFrom('screening')
      .select('trial_id')
      .where('diagnosis_grade', '=', 'exact')
      .where('outcome', '=', 'noFailuresFound')
      .orderBy('trial_id')
      .executeTakeFirstOrThrow()
    return row.trial_id
  }

  test('gives what screening the patients gave, once each', async () => {
    const before = { rows: await everything(), counts: await allCounts() }
    const trialIds = [...new Set(before.rows.map(({ trial_id }) => trial_id))]
    expect(trialIds.length).toBeGreaterThan(20)
    await database.db.deleteFrom('screening').execute()
    const all = (await patients()).map(({ patient_id }) => patient_id)
    await run((trx) => recountCandidates(trx, all))
    let slices = 0
    for (const trialId of trialIds) slices += await inSlices(trialId, 60)
    expect(slices).toBeGreaterThan(trialIds.length)
    expect({ rows: await everything(), counts: await allCounts() }).toEqual(before)

    for (const trialId of trialIds) await inSlices(trialId, 100)
    expect({ rows: await everything(), counts: await allCounts() }).toEqual(before)
  })

  test('stops behind so many answers that have to be explained, and goes on there', async () => {
    const before = await everything()
    const { trialId, patientIds } = await run(async (trx) => {
      const basket = before.find(({ diagnosis_grade }) => diagnosis_grade === 'basket')?.trial_id ?? ''
      return { trialId: basket, patientIds: await readPatientsOfTrial(trx, basket, null, testDay) }
    })
    const isOther = new Set(
      before.filter((row) => row.trial_id === trialId && row.outcome !== 'notYet').map((row) => row.patient_id),
    )
    const changed = patientIds.filter((id, place) => place % 2 === 1 && isOther.has(id)).slice(0, 25)
    await database.db
      .updateTable('screening')
      .set({ outcome: 'notYet' })
      .where('trial_id', '=', trialId)
      .where('patient_id', 'in', changed)
      .execute()
    const explain = (from: number) =>
      run((trx) => rescreenTrial(trx, trialId, patientIds.slice(from), testDay, { at: testInstant, mostExplained: 10 }))
    expect(await explain(0)).toBe(changed[9])
    expect(await explain(20)).toBe(changed[19])
    expect(await explain(40)).toBe(patientIds.at(-1))
    expect(await explain(patientIds.length)).toBeNull()
    expect(await everything()).toEqual(before)
  })

  test('a trial that has closed loses its rows and its part of the counts', async () => {
    const before = { rows: await everything(), counts: await allCounts() }
    const trialId = await countedTrial()
    const setOpen = (is_open_at_home: boolean) =>
      database.db.updateTable('trial').set({ is_open_at_home }).where('trial_id', '=', trialId).execute()
    await setOpen(false)
    await inSlices(trialId, 100)
    expect(await everything()).toEqual(before.rows.filter((row) => row.trial_id !== trialId))
    const found = (counts: typeof before.counts) => counts.reduce((sum, row) => sum + row.no_failures_found, 0)
    expect(found(await allCounts())).toBeLessThan(found(before.counts))
    await setOpen(true)
    await inSlices(trialId, 100)
    expect({ rows: await everything(), counts: await allCounts() }).toEqual(before)
  })
})
