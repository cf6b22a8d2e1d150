import { expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import type { Clock } from '../../server/clock.ts'
import { enqueueDailyRescreen } from '../../server/jobs/enqueue-regular-work.ts'
import { jobHandlers } from '../../server/jobs/job-handlers.ts'
import { runWaitingJobs } from '../../server/jobs/run-jobs.ts'
import { openTestApp } from '../support/build-app.ts'

type Schemas = components['schemas']

test('requests are answered between the slices while the whole caseload is screened for a new day', async () => {
  const tomorrow = new Date('2026-06-16T08:00:00Z')
  const app = await openTestApp({ now: tomorrow })
  const { db } = app.database
  const oncologist = await app.signInAs('oncologist')
  await db.deleteFrom('job').execute()
  await enqueueDailyRescreen(db, { now: () => tomorrow })

  let slices = 0
  let isDone = false
  const clock: Clock = {
    now() {
      slices += 1
      return tomorrow
    },
  }
  const failures: unknown[] = []
  const onFailure = (_what: string, error: unknown) => void failures.push(error)
  const parts = { db, handlers: jobHandlers(app.database, clock), onFailure }
  const working = runWaitingJobs(parts, new AbortController().signal).finally(() => {
    isDone = true
  })
  // A search takes the database several times, once to learn who asks; readiness once.
  const payload = { filters: {}, sort: 'candidates', limit: 5 }
  const search = oncologist({ method: 'POST', url: '/api/patients/search', payload }).then((answer) => {
    expect(answer.statusCode, answer.body.slice(0, 400)).toBe(200)
    expect(answer.json<Schemas['PatientPage']>().items).toHaveLength(5)
    return isDone
  })
  const answeredAfterSlice = new Set<number>()
  while (!isDone) {
    expect((await app.send({ method: 'GET', url: '/api/ready' })).statusCode).toBe(200)
    if (!isDone) answeredAfterSlice.add(slices)
  }
  expect(await working).toBe(1)
  expect(await search, 'the search had to wait for the end').toBe(false)
  expect(failures).toEqual([])
  expect(answeredAfterSlice.size).toBeGreaterThanOrEqual(5)
  const { count } = await db
    .selectFrom('candidate_count')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('as_of', '<>', '2026-06-16')
    .executeTakeFirstOrThrow()
  expect(count).toBe(0)
  await app.close()
})
