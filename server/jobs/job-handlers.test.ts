import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { idleMilliseconds } from '#domain/access/session-limits.ts'
import { auditRows } from '../../tests/support/audit-rows.ts'
import { openTestDatabase, type TestDatabase } from '../../tests/support/database-template.ts'
import { demonstrationSeed, testDay, testInstant } from '../../tests/support/demonstration-seed.ts'
import type { Clock } from '../clock.ts'
import { readPatientsOfTrial } from '../eligibility/patients-of-trial-repository.ts'
import { rescreenTrialJob } from '../trial-store/rescreen-trial-job.ts'
import { enqueueDailyRescreen, enqueueRegularWork, expiredSessionsJob, rescreenDayJob } from './enqueue-regular-work.ts'
import { jobHandlers } from './job-handlers.ts'
import { addJob, type LeasedJob, leaseJob } from './job-repository.ts'
import { runWaitingJobs } from './run-jobs.ts'

const today: Clock = { now: () => testInstant }
/** So small that the demonstration takes several. */
const smallSlices = { trial: 50, explained: 50, day: 40 }
const tomorrow: Clock = { now: () => new Date('2026-06-16T08:00:00Z') }

let database: TestDatabase
beforeEach(async () => {
  database = await openTestDatabase({ seed: demonstrationSeed() })
  await database.db.deleteFrom('job').execute()
})
afterEach(() => database.close())

const everything = () =>
  database.db.selectFrom('screening').selectAll().orderBy('patient_id').orderBy('trial_id').execute()
const allCounts = () => database.db.selectFrom('candidate_count').selectAll().orderBy('patient_id').execute()
const jobs = () => database.db.selectFrom('job').selectAll().orderBy('job_id').execute()

async function work(clock: Clock): Promise<void> {
  const failures: unknown[] = []
  const handlers = jobHandlers(database, clock, smallSlices)
  const onFailure = (_what: string, error: unknown) => void failures.push(error)
  await runWaitingJobs({ db: database.db, handlers, onFailure }, new AbortController().signal)
  expect(failures).toEqual([])
}

async function leased(): Promise<LeasedJob> {
  const job = await leaseJob(database.db)
  if (job === null) throw new Error('no job waits')
  return job
}

/** Does so many transactions, each of which looks at the clock once, and dies in the next. The first makes the list. */
async function dieAfter(transactions: number): Promise<void> {
  let looks = 0
  const dying: Clock = {
    now() {
      looks += 1
      if (looks > transactions) throw new Error('killed')
      return testInstant
    },
  }
  const job = await leased()
  const handler = jobHandlers(database, dying, smallSlices)[job.kind]
  await expect(handler?.(job, new AbortController().signal)).rejects.toThrow('killed')
  // The lease of a process that is gone runs out.
  await database.db
    .updateTable('job')
    .set({ leased_until: new Date(0) })
    .execute()
}

/** Of those whom the trial is offered to, in the order in which they are screened. */
async function offeredAt(trialId: string, place: number): Promise<string> {
  const { db } = database
  const rows = await db.transaction().execute((trx) => readPatientsOfTrial(trx, trialId, null, testDay))
  return rows[place] ?? ''
}

async function patientAt(place: number): Promise<string> {
  const rows = await database.db.selectFrom('patient').select('patient_id').orderBy('patient_id').execute()
  return rows[place]?.patient_id ?? ''
}

async function screenedTrial(): Promise<string> {
  const row = await database.db
    .selectFrom('screening')
    .select('trial_id')
    .where('diagnosis_grade', '=', 'basket')
    .executeTakeFirstOrThrow()
  return row.trial_id
}

describe('screening the caseload against one trial', () => {
  test('restores every row and count, and the job is finished', async () => {
    const before = { rows: await everything(), counts: await allCounts() }
    const trialId = await screenedTrial()
    await database.db.deleteFrom('screening').where('trial_id', '=', trialId).execute()
    await addJob(database.db, rescreenTrialJob, trialId)
    await work(today)
    expect({ rows: await everything(), counts: await allCounts() }).toEqual(before)
    expect(await jobs()).toMatchObject([{ finished_at: expect.any(Date), last_error: null }])
  })

  test('a process killed half-way leaves its progress, and the next one goes on there without a gap', async () => {
    const before = await everything()
    const trialId = await screenedTrial()
    await database.db.deleteFrom('screening').where('trial_id', '=', trialId).execute()
    await addJob(database.db, rescreenTrialJob, trialId)
    await dieAfter(3)

    const [interrupted] = await jobs()
    expect(interrupted?.finished_at).toBeNull()
    const done = String(interrupted?.progress.after)
    expect(done).toBe(await offeredAt(trialId, 99))
    const half = (await everything()).filter((row) => row.trial_id === trialId)
    expect(half).toEqual(before.filter((row) => row.trial_id === trialId && row.patient_id <= done))

    await work(today)
    expect(await everything()).toEqual(before)
    expect(await jobs()).toMatchObject([{ attempts: 2, finished_at: expect.any(Date) }])
  })

  test('stops after the slice in hand when the process is asked to stop', async () => {
    const stop = new AbortController()
    let looks = 0
    const stopping: Clock = {
      now() {
        looks += 1
        if (looks === 2) stop.abort()
        return testInstant
      },
    }
    const trialId = await screenedTrial()
    await addJob(database.db, rescreenTrialJob, trialId)
    const job = await leased()
    await jobHandlers(database, stopping, smallSlices)[job.kind]?.(job, stop.signal)
    expect(await jobs()).toMatchObject([{ finished_at: null, progress: { after: await offeredAt(trialId, 49) } }])
  })

  test('leaves nobody out when a transaction has to be repeated', async () => {
    const before = { rows: await everything(), counts: await allCounts() }
    const trialId = await screenedTrial()
    await database.db.deleteFrom('screening').where('trial_id', '=', trialId).execute()
    await addJob(database.db, rescreenTrialJob, trialId)
    const job = await leased()
    // The second time that progress is saved the database asks for a repeat; a sequence does not forget what is undone.
    await sql`create sequence saved`.execute(database.db)
    await sql`create function ask_for_repeat() returns trigger language plpgsql security definer as $$
      begin
        if nextval('saved') = 2 then raise exception 'repeat' using errcode = '40001'; end if;
        return new;
      end $$`.execute(database.db)
    await sql`create trigger repeat before update on job for each row execute function ask_for_repeat()`.execute(
      database.db,
    )
    await jobHandlers(database, today, smallSlices)[job.kind]?.(job, new AbortController().signal)
    expect({ rows: await everything(), counts: await allCounts() }).toEqual(before)
    expect(await jobs()).toMatchObject([{ finished_at: expect.any(Date) }])
  })

  test('a version that arrives half-way is screened from the first patient', async () => {
    const trialId = await screenedTrial()
    await addJob(database.db, rescreenTrialJob, trialId)
    await dieAfter(2)
    await database.db.updateTable('trial').set({ version: 7 }).where('trial_id', '=', trialId).execute()
    await work(today)
    const versions = (await everything()).filter((row) => row.trial_id === trialId).map((row) => row.trial_version)
    expect(new Set(versions)).toEqual(new Set([7]))
  })

  test('a trial that exists no more is no failure', async () => {
    await addJob(database.db, rescreenTrialJob, '00000000-0000-4000-8000-00000000dead')
    await work(today)
    expect(await jobs()).toMatchObject([{ finished_at: expect.any(Date) }])
  })
})

describe('screening for a new day', () => {
  test('is asked for once a day, and not on a day that is done', async () => {
    await enqueueDailyRescreen(database.db, today)
    expect(await jobs()).toEqual([])
    await enqueueDailyRescreen(database.db, tomorrow)
    await enqueueDailyRescreen(database.db, tomorrow)
    expect(await jobs()).toMatchObject([{ kind: rescreenDayJob, subject: '2026-06-16' }])
    await work(tomorrow)
    await enqueueDailyRescreen(database.db, tomorrow)
    expect(await jobs()).toHaveLength(1)
    expect(new Set((await allCounts()).map(({ as_of }) => as_of))).toEqual(new Set(['2026-06-16']))
    expect(new Set((await everything()).map(({ as_of }) => as_of))).toEqual(new Set(['2026-06-16']))
  })

  test('is due for a patient who was never screened, and where facts come from an older version', async () => {
    const patientId = await patientAt(0)
    await database.db.deleteFrom('candidate_count').where('patient_id', '=', patientId).execute()
    await enqueueDailyRescreen(database.db, today)
    await work(today)
    expect((await allCounts()).map(({ patient_id }) => patient_id)).toContain(patientId)

    const before = await database.db
      .selectFrom('patient_facts')
      .select(['patient_id', 'facts'])
      .orderBy('patient_id')
      .execute()
    await database.db.updateTable('patient_facts').set({ facts_version: 0, facts: '{}', missing: [] }).execute()
    await enqueueDailyRescreen(database.db, today)
    await work(today)
    expect(
      await database.db.selectFrom('patient_facts').select(['patient_id', 'facts']).orderBy('patient_id').execute(),
    ).toEqual(before)
  })

  test('the job of a day that has passed leaves the work to the next', async () => {
    const before = await everything()
    await addJob(database.db, rescreenDayJob, testDay)
    await work(tomorrow)
    expect(await everything()).toEqual(before)
    expect(await jobs()).toMatchObject([{ finished_at: expect.any(Date) }])
  })
})

test('sessions are taken away once their time has passed', async () => {
  const after = (milliseconds: number) => new Date(testInstant.getTime() + milliseconds)
  const session = (session_hash: string, expires_at: Date, last_used_at: Date) => ({
    session_hash,
    account_id: null,
    data: '{}',
    began_at: last_used_at,
    last_used_at,
    expires_at,
  })
  await database.db
    .insertInto('session')
    .values([
      session('past', testInstant, testInstant),
      session('unused', after(1), after(-idleMilliseconds)),
      session('current', after(1), after(1 - idleMilliseconds)),
    ])
    .execute()
  await enqueueRegularWork(database.db, today)
  expect(await jobs()).toMatchObject([{ kind: expiredSessionsJob }])
  await work(today)
  expect(await database.db.selectFrom('session').select('session_hash').execute()).toEqual([
    { session_hash: 'current' },
  ])
})

describe('the audit log', () => {
  const written = async () =>
    (await auditRows(database.db)).map(({ operation, outcome, actor_kind }) => `${actor_kind} ${operation} ${outcome}`)

  test('has each piece of work that was done, once, with the work itself', async () => {
    await addJob(database.db, expiredSessionsJob, 'all')
    await addJob(database.db, rescreenDayJob, testDay)
    await work(today)
    expect(await written()).toEqual(['system job:expired-sessions done', 'system job:rescreen-day done'])
  })

  test('has what failed', async () => {
    await addJob(database.db, expiredSessionsJob, 'all')
    await sql`revoke delete on session from app_job`.execute(database.db)
    const failures: unknown[] = []
    const onFailure = (_what: string, error: unknown) => void failures.push(error)
    const handlers = jobHandlers(database, today, smallSlices)
    await runWaitingJobs({ db: database.db, handlers, onFailure }, new AbortController().signal)
    expect(failures).toHaveLength(1)
    expect(await written()).toEqual(['system job:expired-sessions failed'])
  })
})
