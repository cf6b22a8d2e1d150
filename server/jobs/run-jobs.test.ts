import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../tests/support/database-template.ts'
import { addJob, type LeasedJob, saveProgress } from './job-repository.ts'
import { type JobHandler, runJobs, runWaitingJobs } from './run-jobs.ts'

let database: TestDatabase
let failures: string[]
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  failures = []
  await database.db.deleteFrom('job').execute()
})

const rows = () => database.db.selectFrom('job').selectAll().orderBy('job_id').execute()
const parts = (handlers: Readonly<Record<string, JobHandler>>) => ({
  db: database.db,
  handlers,
  onFailure: (what: string, error: unknown) => void failures.push(`${what}: ${error}`),
})
const { signal } = new AbortController()

test('does everything that waits, in the order in which it was asked for', async () => {
  const done: string[] = []
  for (const subject of ['a', 'b', 'c']) await addJob(database.db, 'note', subject)
  const handlers = { note: async ({ subject }: LeasedJob) => void done.push(subject) }
  expect(await runWaitingJobs(parts(handlers), signal)).toBe(3)
  expect(done).toEqual(['a', 'b', 'c'])
  for (const row of await rows()) expect(row).toMatchObject({ finished_at: expect.any(Date), last_error: null })
})

test('a job that fails is put off, and the others go on', async () => {
  const done: string[] = []
  for (const subject of ['broken', 'sound']) await addJob(database.db, 'note', subject)
  const handlers = {
    async note({ subject }: LeasedJob) {
      if (subject === 'broken') throw new Error('no such trial')
      done.push(subject)
    },
  }
  await runWaitingJobs(parts(handlers), signal)
  expect(done).toEqual(['sound'])
  expect(failures).toEqual(['the job note (broken): Error: no such trial'])
  const [broken, sound] = await rows()
  expect(broken).toMatchObject({ finished_at: null, last_error: 'no such trial', leased_until: null, attempts: 1 })
  expect(broken?.run_after.getTime()).toBeGreaterThan(Date.now())
  expect(sound?.finished_at).not.toBeNull()
})

test('a job of a kind that nobody knows is put off with a message, for a newer version to do', async () => {
  await addJob(database.db, 'of-tomorrow', 'x')
  await runWaitingJobs(parts({}), signal)
  expect(await rows()).toMatchObject([
    { finished_at: null, last_error: 'No handler for jobs of the kind "of-tomorrow".' },
  ])
})

test('a job cut off half-way is taken up by the next runner where it stood', async () => {
  await addJob(database.db, 'walk', 'caseload')
  const seen: unknown[] = []
  const handlers = {
    async walk({ jobId, progress }: LeasedJob) {
      seen.push(progress)
      await saveProgress(database.db, jobId, { after: 'patient 50' })
      // A process that is killed never comes to the end of its job, nor to saying that it failed.
      if (seen.length === 1) await new Promise(() => {})
    },
  }
  void runWaitingJobs(parts(handlers), signal)
  await vi.waitFor(async () => expect(await rows()).toMatchObject([{ progress: { after: 'patient 50' } }]))
  expect(await runWaitingJobs(parts(handlers), signal), 'while the lease lasts').toBe(0)
  await sql`update job set leased_until = now() - interval '1 second'`.execute(database.db)
  expect(await runWaitingJobs(parts(handlers), signal)).toBe(1)
  expect(seen).toEqual([{}, { after: 'patient 50' }])
  expect(await rows()).toMatchObject([{ attempts: 2, finished_at: expect.any(Date) }])
})

test('stopping waits for the slice in hand and gives the job back unfinished', async () => {
  await addJob(database.db, 'walk', 'caseload')
  let begun = () => {}
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve
  })
  let hasEnded = false
  const runner = runJobs({
    ...parts({
      async walk({ jobId }, stopping) {
        begun()
        await new Promise((resolve) => stopping.addEventListener('abort', resolve))
        await saveProgress(database.db, jobId, { after: 'patient 50' })
        hasEnded = true
      },
    }),
    restMilliseconds: 3_600_000,
  })
  await hasBegun
  await runner.stop()
  expect(hasEnded).toBe(true)
  expect(await rows()).toMatchObject([{ finished_at: null, leased_until: null, progress: { after: 'patient 50' } }])
})

test('stopping does not wait for the end of a rest, and what is asked for later is done by the next runner', async () => {
  const done: string[] = []
  const handlers = { note: async ({ subject }: LeasedJob) => void done.push(subject) }
  const resting = runJobs({ ...parts(handlers), restMilliseconds: 3_600_000 })
  await resting.stop()
  await addJob(database.db, 'note', 'later')
  const next = runJobs({ ...parts(handlers), restMilliseconds: 5 })
  await vi.waitFor(() => expect(done).toEqual(['later']))
  await next.stop()
})

test('a database that is away for a moment is reported, and work goes on when it is back', async () => {
  await addJob(database.db, 'note', 'x')
  const done: string[] = []
  let isAway = true
  const db = new Proxy(database.db, {
    get(target, name) {
      if (isAway && name === 'getExecutor') {
        isAway = false
        throw new Error('connection refused')
      }
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const handlers = { note: async ({ subject }: LeasedJob) => void done.push(subject) }
  const runner = runJobs({ ...parts(handlers), db, restMilliseconds: 5 })
  await vi.waitFor(() => expect(done).toEqual(['x']))
  await runner.stop()
  expect(failures).toEqual(['looking for jobs: Error: connection refused'])
})
