import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../tests/support/build-app.ts'
import { expectNothingOfTheInside, expectProblem } from '../../tests/support/expect-problem.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp({ demonstration: false })
})
afterAll(() => app.app.close())

const health = (headers: Readonly<Record<string, string>> = {}) =>
  app.send({ method: 'GET', url: '/api/health', headers })

describe('every answer', () => {
  test('of the API stays out of caches', async () => {
    expect((await health()).headers['cache-control']).toBe('no-store')
  })

  test('to another site carries no leave to read it', async () => {
    const { headers } = await health({ origin: 'https://evil.example' })
    expect(headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('a write', () => {
  const signOut = (headers: Readonly<Record<string, string>>) =>
    app.send({ method: 'DELETE', url: '/api/session', headers })

  test('from the page, or from a program that names no origin, is taken', async () => {
    expect((await signOut({})).statusCode).toBe(204)
    expect((await signOut({ origin: 'http://localhost:3000' })).statusCode).toBe(204)
    expect((await signOut({ origin: 'http://192.168.1.5:3000', host: '192.168.1.5:3000' })).statusCode).toBe(204)
  })

  test('from another site is refused before anything is read', async () => {
    const answer = await app.send({
      method: 'POST',
      url: '/api/session',
      headers: { origin: 'https://evil.example', 'content-type': 'application/json' },
      payload: '{broken',
    })
    expectProblem(answer, { status: 403, kind: 'not-allowed', detail: 'another site' })
  })

  test('is not let through by a forwarded host that no proxy of ours sent', async () => {
    const headers = { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }
    expectProblem(await signOut(headers), { status: 403, kind: 'not-allowed' })
  })
})

test('a failure of the service is told without its inside', async () => {
  await app.database.close()
  const payload = { email: 'nobody@example.org', password: 'x' }
  const answer = await app.send({ method: 'POST', url: '/api/session', payload })
  expectProblem(answer, {
    status: 500,
    kind: 'failed',
    detail: 'Nothing was changed.',
    remedy: 'report the request number',
  })
  expectNothingOfTheInside(answer)
  expect(answer.body).not.toMatch(/pglite|postgres|closed|ECONN/i)
})
