import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { finding, recordWith } from '../../domain/eligibility/sample-record.ts'
import { inTransaction } from '../../server/database/transaction.ts'
import { refreshPatientFacts } from '../../server/eligibility/facts-repository.ts'
import { addPatientRows } from '../../server/eligibility/patient-rows-repository.ts'
import { rescreenTrial, screenPatients } from '../../server/eligibility/screening-repository.ts'
import { lockPatient } from '../../server/features/patients/patient-change-repository.ts'
import type { Trx } from '../../server/plugins/operation.ts'
import { openTestDatabase, type TestDatabase, testEngine } from '../support/database-template.ts'
import { demonstrationSeed, testDay, testInstant } from '../support/demonstration-seed.ts'

interface Pair {
  readonly patient_id: string
  readonly trial_id: string
  readonly organisation_id: string
}

describe.runIf(testEngine === 'postgres')('a slice of a newly opened trial and an edit of one of its patients', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase({ seed: demonstrationSeed() })
  })
  afterAll(() => database.close())

  const nobody = { databaseRole: 'app_job', organisation: '', account: '', role: '' } as const
  const run = <Result>(work: (trx: Trx) => Promise<Result>) => inTransaction(database.db, nobody, work)

  /** Somebody bedridden is ruled out of each of these trials. */
  const pairs = () =>
    database.db
      .selectFrom('screening')
      .select(['patient_id', 'trial_id', 'organisation_id'])
      .where('outcome', '=', 'needsData')
      .where('diagnosis_grade', '=', 'exact')
      .orderBy('patient_id')
      .execute()
  const outcomeOf = async ({ patient_id, trial_id }: Pair) =>
    (
      await database.db
        .selectFrom('screening')
        .select('outcome')
        .where('patient_id', '=', patient_id)
        .where('trial_id', '=', trial_id)
        .executeTakeFirstOrThrow()
    ).outcome

  const slice = (pair: Pair) => (trx: Trx) =>
    rescreenTrial(trx, pair.trial_id, [pair.patient_id], testDay, { at: testInstant })
  const edit =
    ({ patient_id: patientId, organisation_id: organisationId }: Pair) =>
    async (trx: Trx) => {
      await lockPatient(trx, {
        patientId,
        scope: { organisationId, teamIds: [], namedRoles: [], openedPatientIds: [patientId] },
      })
      const bedridden = {
        ...finding('performance-status', 'ECOG', 4, testDay),
        id: randomUUID(),
        recordedAt: testInstant.toISOString(),
      }
      await addPatientRows(trx, [{ ...recordWith({ observations: [bedridden] }), patientId }])
      await refreshPatientFacts(trx, [patientId], testInstant)
      await screenPatients(trx, [patientId], testDay, { at: testInstant })
    }

  /** Runs the first and holds it before its end until the second waits for it. */
  async function meet(first: (trx: Trx) => Promise<unknown>, second: (trx: Trx) => Promise<unknown>) {
    const isDone = Promise.withResolvers<void>()
    const mayEnd = Promise.withResolvers<void>()
    const holding = run(async (trx) => {
      await first(trx)
      isDone.resolve()
      await mayEnd.promise
    })
    await isDone.promise
    const waiting = run(second)
    await vi.waitFor(async () => {
      const { rows } = await sql`select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(database.db)
      expect(rows.length).toBe(1)
    })
    mayEnd.resolve()
    await Promise.all([holding, waiting])
  }

  test.each<[string, (pair: Pair) => [(trx: Trx) => Promise<unknown>, (trx: Trx) => Promise<unknown>]]>([
    ['the slice is first', (pair) => [slice(pair), edit(pair)]],
    ['the edit is first', (pair) => [edit(pair), slice(pair)]],
  ])('the answer stored in the end is of the newer facts where %s', async (_which, stepsOf) => {
    const before = await pairs()
    const [pair] = before
    if (pair === undefined) throw new Error('Nobody needs data for a trial of their own cancer')
    // As when the trial has just opened.
    await database.db
      .deleteFrom('screening')
      .where('patient_id', '=', pair.patient_id)
      .where('trial_id', '=', pair.trial_id)
      .execute()
    const [first, second] = stepsOf(pair)
    await meet(first, second)
    expect(await outcomeOf(pair)).toBe('notMatched')
  })
})
