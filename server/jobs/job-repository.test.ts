import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../tests/support/database-template.ts'
import { addJob, finishJob, leaseJob, postponeJob, releaseJob, saveProgress } from './job-repository.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())
beforeEach(() => database.db.deleteFrom('job').execute())

const add = (subject: string, kind = 'rescreen-trial') => addJob(database.db, kind, subject)
const rows = () => database.db.selectFrom('job').selectAll().orderBy('job_id').execute()
const runOut = () => sql`update job set leased_until = now() - interval '1 second'`.execute(database.db)

async function lease() {
  const job = await leaseJob(database.db)
  if (job === null) throw new Error('No job waits.')
  return job
}

describe('asking for work', () => {
  test('the same work is not asked for twice while it waits, not even while it is being done', async () => {
    await add('trial 1')
    await add('trial 1')
    await lease()
    await add('trial 1')
    expect(await rows()).toHaveLength(1)
  })

  test('other work is, and the same again once it is done', async () => {
    await add('trial 1')
    await add('trial 2')
    await add('trial 1', 'another kind')
    expect(await rows()).toHaveLength(3)
    await finishJob(database.db, (await lease()).jobId)
    await add('trial 1')
    expect(await rows()).toHaveLength(4)
  })

  test('goes with the transaction that makes it necessary', async () => {
    const failing = database.db.transaction().execute(async (trx) => {
      await addJob(trx, 'rescreen-trial', 'trial 1')
      throw new Error('the import failed')
    })
    await expect(failing).rejects.toThrow('the import failed')
    expect(await rows()).toEqual([])
  })
})

describe('taking work', () => {
  test('the oldest first, and no job twice', async () => {
    await add('trial 1')
    await add('trial 2')
    expect((await lease()).subject).toBe('trial 1')
    expect((await lease()).subject).toBe('trial 2')
    expect(await leaseJob(database.db)).toBeNull()
  })

  test('of a worker that fell silent, from where it had got to', async () => {
    await add('trial 1')
    const { jobId } = await lease()
    await saveProgress(database.db, jobId, { after: 'patient 50' })
    expect(await leaseJob(database.db)).toBeNull()
    await runOut()
    expect(await lease()).toEqual({
      jobId,
      kind: 'rescreen-trial',
      subject: 'trial 1',
      progress: { after: 'patient 50' },
      attempts: 2,
    })
  })

  test('a worker that reports progress keeps its job', async () => {
    await add('trial 1')
    const { jobId } = await lease()
    await runOut()
    await saveProgress(database.db, jobId, { after: 'patient 50' })
    expect(await leaseJob(database.db)).toBeNull()
  })

  test('of a worker that gave it back, at once', async () => {
    await add('trial 1')
    const { jobId } = await lease()
    await releaseJob(database.db, jobId)
    expect((await lease()).jobId).toBe(jobId)
  })

  test('finished work is taken by nobody', async () => {
    await add('trial 1')
    await finishJob(database.db, (await lease()).jobId)
    await runOut()
    expect(await leaseJob(database.db)).toBeNull()
  })
})

describe('work that failed', () => {
  const waitSeconds = async () => {
    const { rows: waits } = await sql<{ seconds: number }>`
      select round(extract(epoch from run_after - now()))::int as seconds from job`.execute(database.db)
    return waits[0]?.seconds ?? 0
  }

  test('waits longer each time, at most an hour, and keeps its progress and the reason', async () => {
    await add('trial 1')
    const job = await lease()
    await saveProgress(database.db, job.jobId, { after: 'patient 50' })
    const waits: number[] = []
    for (const attempts of [1, 2, 3, 9, 10, 40]) {
      await postponeJob(database.db, { ...job, attempts }, 'the database was away')
      waits.push(await waitSeconds())
    }
    expect(waits).toEqual([10, 20, 40, 2560, 3600, 3600])
    expect(await leaseJob(database.db)).toBeNull()
    expect(await rows()).toMatchObject([
      { last_error: 'the database was away', progress: { after: 'patient 50' }, finished_at: null },
    ])
    await sql`update job set run_after = now()`.execute(database.db)
    expect((await lease()).progress).toEqual({ after: 'patient 50' })
  })
})
