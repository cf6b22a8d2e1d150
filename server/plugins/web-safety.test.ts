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
  test('keeps the page to its own origin, out of frames and out of caches', async () => {
    const { headers } = await health()
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("object-src 'none'")
    expect(policy).not.toContain('unsafe-eval')
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['x-powered-by']).toBeUndefined()
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

describe('guessing passwords', () => {
  test('is stopped after sixty attempts in a minute from one address, and the answer says to wait', async () => {
    const guessing = await openTestApp({ demonstration: false })
    const payload = { email: 'somebody@zz001.example', password: 'a guess' }
    const attempt = () => guessing.send({ method: 'POST', url: '/api/session', payload })
    const statuses = new Set<number>()
    for (let count = 0; count < 60; count += 1) statuses.add((await attempt()).statusCode)
    expect([...statuses]).toEqual([401])
    const answer = await attempt()
    expect(answer.statusCode).toBe(429)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json()).toMatchObject({
      type: 'urn:problem:too-many-requests',
      remedy: expect.stringContaining('Wait'),
    })
    await guessing.close()
  })
})
