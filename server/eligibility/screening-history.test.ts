import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../tests/support/database-template.ts'
import { demonstrationSeed, testDay, testInstant } from '../../tests/support/demonstration-seed.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Trx } from '../plugins/operation.ts'
import { refreshPatientFacts } from './facts-repository.ts'
import { addPatientRows, readPatientRecords } from './patient-rows-repository.ts'
import { readPatientsOfTrial } from './patients-of-trial-repository.ts'
import { rescreenTrial, screenPatients } from './screening-repository.ts'

let database: TestDatabase
let known: Set<string>
beforeAll(async () => {
  database = await openTestDatabase({ seed: demonstrationSeed() })
})
beforeEach(async () => {
  known = new Set((await allChanges()).map(({ change_id }) => change_id))
})
afterAll(() => database.close())

const nobody = { databaseRole: 'app_job', organisation: '', account: '', role: '' } as const
const run = <Result>(work: (trx: Trx) => Promise<Result>) => inTransaction(database.db, nobody, work)
const later = new Date(testInstant.getTime() + 60_000)

const allChanges = () =>
  database.db.selectFrom('screening_change').selectAll().orderBy('patient_id').orderBy('trial_id').execute()
const newChanges = async () => (await allChanges()).filter(({ change_id }) => !known.has(change_id))
const patientIds = async () =>
  (await database.db.selectFrom('patient').select('patient_id').execute()).map(({ patient_id }) => patient_id)

const rowsOf = (trialId: string) =>
  database.db.selectFrom('screening').selectAll().where('trial_id', '=', trialId).orderBy('patient_id').execute()

/** A trial of one cancer that several patients may fit. */
async function offeredTrial(): Promise<string> {
  const { trial_id } = await database.db
    .selectFrom('screening')
    .select('trial_id')
    .where('diagnosis_grade', '=', 'exact')
    .where('outcome', 'in', ['noFailuresFound', 'needsData'])
    .groupBy('trial_id')
    .orderBy(({ fn }) => fn.countAll(), 'desc')
    .orderBy('trial_id')
    .limit(1)
    .executeTakeFirstOrThrow()
  return trial_id
}

const setOpen = (trialId: string, is_open_at_home: boolean) =>
  database.db.updateTable('trial').set({ is_open_at_home }).where('trial_id', '=', trialId).execute()

async function screenTrial(trialId: string): Promise<void> {
  await run(async (trx) => {
    const patientIds = await readPatientsOfTrial(trx, trialId, null, testDay)
    await rescreenTrial(trx, trialId, patientIds, testDay, { at: later })
  })
}

test('screening again on the same day changes nothing', async () => {
  const all = await patientIds()
  await run((trx) => screenPatients(trx, all, testDay, { at: later }))
  await screenTrial(await offeredTrial())
  expect(await newChanges()).toEqual([])
})

test('every stored answer says when it was found and carries the keys of what would settle it', async () => {
  const rows = await database.db.selectFrom('screening').selectAll().execute()
  for (const row of rows) {
    if (row.outcome === 'needsData') expect(row.undecided_keys).not.toEqual([])
    if (row.outcome === 'notMatched') expect(row).toMatchObject({ undecided_keys: [], has_text_to_read: false })
    expect(row.screened_at.getTime()).toBeGreaterThanOrEqual(testInstant.getTime())
  }
  expect(rows.flatMap(({ undecided_keys }) => undecided_keys)).toContain('ps:ECOG')
})

test('a trial that closes and opens again is told to those it may fit, once, and gone through twice adds nothing', async () => {
  const trialId = await offeredTrial()
  const mayFit = (await rowsOf(trialId)).filter(({ outcome }) => !['notMatched', 'notYet'].includes(outcome))
  const notYet = (await rowsOf(trialId)).filter(({ outcome }) => outcome === 'notYet')
  await setOpen(trialId, false)
  await screenTrial(trialId)
  await screenTrial(trialId)
  const closed = await newChanges()
  expect(closed).toHaveLength(mayFit.length + notYet.length)
  expect(closed.length).toBeGreaterThan(1)
  for (const change of closed) {
    expect(change).toMatchObject({ kind: 'noLongerMatches', to_outcome: null, cause: 'trial', as_of: testDay })
    expect(change.because).toEqual(['The trial is no longer open here'])
    expect(change.at).toEqual(later)
  }

  known = new Set((await allChanges()).map(({ change_id }) => change_id))
  await setOpen(trialId, true)
  await screenTrial(trialId)
  await screenTrial(trialId)
  const opened = (await newChanges()).filter(({ kind }) => kind === 'newTrial')
  expect(opened.map(({ patient_id }) => patient_id)).toEqual(mayFit.map(({ patient_id }) => patient_id))
  for (const change of opened) expect(change.because.join()).toMatch(/^(Opened on|Listed as open here since) /)
})

test('a slice that failed half-way leaves neither answers nor changes, and the next attempt tells all', async () => {
  const trialId = await offeredTrial()
  const before = await rowsOf(trialId)
  await setOpen(trialId, false)
  const crashed = run(async (trx) => {
    const patientIds = await readPatientsOfTrial(trx, trialId, null, testDay)
    await rescreenTrial(trx, trialId, patientIds, testDay, { at: later })
    throw new Error('The process ends here.')
  })
  await expect(crashed).rejects.toThrow('The process ends here.')
  expect(await newChanges()).toEqual([])
  expect(await rowsOf(trialId)).toEqual(before)
  await screenTrial(trialId)
  expect((await newChanges()).length).toBeGreaterThan(1)
  await setOpen(trialId, true)
  await screenTrial(trialId)
})

test('a trial taken in but not yet screened is new, also where the patient is screened first', async () => {
  const trialId = await offeredTrial()
  const [row] = (await rowsOf(trialId)).filter(({ outcome }) => outcome === 'needsData')
  const patientId = row?.patient_id ?? ''
  const { updated_at } = await database.db
    .selectFrom('trial')
    .select('updated_at')
    .where('trial_id', '=', trialId)
    .executeTakeFirstOrThrow()
  const setUpdated = (at: Date) =>
    database.db.updateTable('trial').set({ updated_at: at }).where('trial_id', '=', trialId).execute()
  const forget = () =>
    database.db.deleteFrom('screening').where('trial_id', '=', trialId).where('patient_id', '=', patientId).execute()

  await forget()
  await run((trx) => screenPatients(trx, [patientId], testDay, { at: later }))
  expect(await newChanges()).toMatchObject([{ kind: 'nowMayFit', because: ['The cancer type fits now'] }])

  known = new Set((await allChanges()).map(({ change_id }) => change_id))
  await forget()
  await setUpdated(new Date(later.getTime() + 1))
  await run((trx) => screenPatients(trx, [patientId], testDay, { at: new Date(later.getTime() + 2) }))
  expect(await newChanges()).toMatchObject([{ kind: 'newTrial', cause: 'patient', patient_id: patientId }])
  await setUpdated(updated_at)
})

describe('somebody who changed a patient', () => {
  const seenBy = async (doneBy: string) =>
    (await database.db.selectFrom('change_seen').select('change_id').where('account_id', '=', doneBy).execute()).map(
      ({ change_id }) => change_id,
    )
  async function clinicianAndForgottenTrial() {
    const { account_id: doneBy } = await database.db
      .selectFrom('account')
      .select('account_id')
      .where('role', '=', 'oncologist')
      .orderBy('account_id')
      .executeTakeFirstOrThrow()
    const trialId = await offeredTrial()
    const [row] = (await rowsOf(trialId)).filter(({ outcome }) => outcome === 'needsData')
    const patientId = row?.patient_id ?? ''
    const forget = () =>
      database.db.deleteFrom('screening').where('trial_id', '=', trialId).where('patient_id', '=', patientId).execute()
    await forget()
    return { doneBy, trialId, patientId, forget }
  }

  test('has seen what follows from it, and nothing of what was before', async () => {
    const { doneBy, patientId } = await clinicianAndForgottenTrial()
    const seen = await seenBy(doneBy)
    await run((trx) => screenPatients(trx, [patientId], testDay, { at: later, doneBy }))
    const changed = (await newChanges()).map(({ change_id }) => change_id)
    expect(changed).toHaveLength(1)
    expect((await seenBy(doneBy)).filter((changeId) => !seen.includes(changeId))).toEqual(changed)
  })

  test('has not seen what a new trial, or a day not screened yet, brings at the same time', async () => {
    const { doneBy, trialId, patientId, forget } = await clinicianAndForgottenTrial()
    const seen = await seenBy(doneBy)
    const { updated_at } = await database.db
      .selectFrom('trial')
      .select('updated_at')
      .where('trial_id', '=', trialId)
      .executeTakeFirstOrThrow()
    const setUpdated = (at: Date) =>
      database.db.updateTable('trial').set({ updated_at: at }).where('trial_id', '=', trialId).execute()
    await setUpdated(new Date(later.getTime() + 1))
    await run((trx) => screenPatients(trx, [patientId], testDay, { at: later, doneBy }))
    expect(await newChanges()).toMatchObject([{ kind: 'newTrial', cause: 'patient' }])
    await setUpdated(updated_at)

    await forget()
    await run((trx) => screenPatients(trx, [patientId], '2026-06-16', { at: later, doneBy }))
    expect((await newChanges()).length).toBeGreaterThan(1)
    expect(await seenBy(doneBy)).toEqual(seen)
    await run((trx) => screenPatients(trx, [patientId], testDay, { at: later }))
  })
})

describe('a patient', () => {
  test('screened for the first time has no changes', async () => {
    const [patientId = ''] = await patientIds()
    await database.db.deleteFrom('screening').where('patient_id', '=', patientId).execute()
    await database.db.deleteFrom('candidate_count').where('patient_id', '=', patientId).execute()
    await run((trx) => screenPatients(trx, [patientId], testDay, { at: later }))
    expect(await newChanges()).toEqual([])
  })

  test('with a new result is told of as no longer matching, with the value and the limit', async () => {
    const { patient_id: patientId, trial_id: trialId } = await database.db
      .selectFrom('screening')
      .select(['patient_id', 'trial_id'])
      .where('diagnosis_grade', '=', 'exact')
      .where('outcome', '=', 'noFailuresFound')
      .orderBy('patient_id')
      .executeTakeFirstOrThrow()
    await run(async (trx) => {
      const [record] = await readPatientRecords(trx, [patientId])
      const [last] = (record?.observations ?? []).filter(({ kind }) => kind === 'performance-status')
      if (record === undefined || last === undefined) throw new Error('The patient has no performance status.')
      const row = { ...last, id: crypto.randomUUID(), value: 4, observedOn: testDay, recordedAt: later.toISOString() }
      const nothing = { diagnoses: [], treatments: [], biomarkers: [], assertions: [] }
      await addPatientRows(trx, [{ ...record, ...nothing, observations: [row] }])
      const factsBefore = await refreshPatientFacts(trx, [patientId], later)
      await screenPatients(trx, [patientId], testDay, { at: later, factsBefore })
    })
    const change = (await newChanges()).find(({ trial_id }) => trial_id === trialId)
    expect(change).toMatchObject({ kind: 'noLongerMatches', from_outcome: 'noFailuresFound', cause: 'patient' })
    expect(change?.because.join()).toContain('15-Jun-2026')
  })

  test('whose results have gone stale overnight is history and no news', async () => {
    const all = await patientIds()
    await run((trx) => screenPatients(trx, all, '2026-07-20', { at: later, cause: 'day' }))
    const stale = (await newChanges()).filter(({ to_outcome }) => to_outcome === 'needsData')
    expect(stale.length).toBeGreaterThan(10)
    // A verdict of a clinician that has lapsed as well is news of its own.
    const judged = await database.db.selectFrom('verdict_override').select('patient_id').execute()
    const fitted = stale.filter(
      ({ from_outcome, patient_id }) =>
        from_outcome === 'noFailuresFound' && !judged.some((each) => each.patient_id === patient_id),
    )
    expect(new Set(fitted.map(({ kind }) => kind))).toEqual(new Set(['other']))
    expect(new Set(stale.map(({ cause }) => cause))).toEqual(new Set(['day']))
    await run((trx) => screenPatients(trx, all, testDay, { at: later, cause: 'day' }))
  })

  test('whose answers are of older rules has changed because of the rules', async () => {
    const trialId = await offeredTrial()
    const [row] = (await rowsOf(trialId)).filter(({ outcome }) => outcome === 'needsData')
    const patientId = row?.patient_id ?? ''
    await database.db
      .updateTable('screening')
      .set({ rules_version: 0, outcome: 'notYet' })
      .where('patient_id', '=', patientId)
      .where('trial_id', '=', trialId)
      .execute()
    await run((trx) => screenPatients(trx, [patientId], testDay, { at: later, cause: 'day' }))
    expect(await newChanges()).toMatchObject([{ cause: 'rules', from_outcome: 'notYet', to_outcome: 'needsData' }])
  })
})

test('history is only ever added to', async () => {
  await expect(database.db.updateTable('screening_change').set({ kind: 'other' }).execute()).rejects.toThrow(
    'only ever added',
  )
  await expect(database.db.deleteFrom('screening_change').execute()).rejects.toThrow('only ever added')
})
