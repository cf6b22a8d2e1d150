import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../tests/support/build-app.ts'
import { testEngine } from '../../../tests/support/database-template.ts'
import { expectProblem } from '../../../tests/support/expect-problem.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp({ demonstration: false })
})
afterAll(() => app.app.close())

const ask = (url: string) => app.send({ method: 'GET', url })

test('is alive without asking the database, and ready when the database answers', async () => {
  expect((await ask('/api/health')).json()).toEqual({ status: 'ok' })
  expect((await ask('/api/ready')).json()).toEqual({ status: 'ready', engine: testEngine })
})

test('is alive and not ready while the database is away', async () => {
  await app.database.close()
  expect((await ask('/api/health')).statusCode).toBe(200)
  expectProblem(await ask('/api/ready'), {
    status: 503,
    kind: 'not-ready',
    detail: 'The database does not answer.',
    remedy: 'Try again in a minute.',
  })
})
