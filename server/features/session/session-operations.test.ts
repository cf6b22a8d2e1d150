import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { demonstrationPassword } from '../../../mocks/data/accounts/demonstration-accounts.ts'
import { openTestApp, type Send, type TestApp } from '../../../tests/support/build-app.ts'
import { testInstant } from '../../../tests/support/demonstration-seed.ts'
import { expectProblem } from '../../../tests/support/expect-problem.ts'

type Session = components['schemas']['Session']
type Cookie = Awaited<ReturnType<Send>>['cookies'][number]

const email = 'oncologist@zz004.example'

let app: TestApp

beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())
beforeEach(() => sql`delete from session`.execute(app.database.db))

const signIn = (payload: object, cookies: Record<string, string> = {}) =>
  app.send({ method: 'POST', url: '/api/session', payload, cookies })

async function cookieOf(cookies?: Record<string, string>): Promise<Cookie> {
  const answer = await signIn({ email, password: demonstrationPassword }, cookies)
  expect(answer.statusCode, answer.body).toBe(200)
  const cookie = answer.cookies.find(({ name }) => name === 'session')
  if (!cookie) throw new Error('Signing in set no cookie.')
  return cookie
}

const ask = (url: string, { value }: Cookie) => app.send({ method: 'GET', url, cookies: { session: value } })
const callerOf = async (cookie: Cookie) => (await ask('/api/session', cookie)).json<Session>().caller

async function storedSessions() {
  const { rows } = await sql<{ session_hash: string; account_id: string | null; row: string; expires_at: Date }>`
    select session_hash, account_id, expires_at, to_jsonb(session)::text as row from session`.execute(app.database.db)
  return rows
}

describe('signing in', () => {
  test('answers who it is, and with a cookie that scripts and other sites’ forms cannot use', async () => {
    const answer = await signIn({ email, password: demonstrationPassword })
    expect(answer.json<Session>()).toMatchObject({
      today: '2026-06-15',
      isDemonstration: true,
      needsFirstAdministrator: false,
      caller: { name: 'Dr Mei-Ling Cartwright', role: 'oncologist', organisation: { code: 'ZZ004' } },
    })
    expect(answer.cookies.map(({ name }) => name).toSorted()).toEqual(['device', 'session'])
    for (const cookie of answer.cookies) {
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    }
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  test('takes the email address in any case and with spaces around it', async () => {
    const typed = { email: ` ${email.toUpperCase()} `, password: demonstrationPassword }
    expect((await signIn(typed)).statusCode).toBe(200)
  })

  test('stores the SHA-256 of the identifier and nowhere the identifier', async () => {
    const { value } = await cookieOf()
    const identifier = value.split('.')[0] ?? ''
    expect(identifier.length).toBeGreaterThanOrEqual(32)
    const [stored, ...others] = await storedSessions()
    expect(others).toEqual([])
    expect(stored?.session_hash).toBe(createHash('sha256').update(identifier).digest('hex'))
    expect(stored?.row).not.toContain(identifier)
    expect(stored?.account_id).not.toBeNull()
  })

  test('gives a new identifier each time and forgets the one before', async () => {
    const first = await cookieOf()
    const second = await cookieOf({ session: first.value })
    expect(second.value).not.toBe(first.value)
    expect(await callerOf(first)).toBeNull()
    expect(await callerOf(second)).not.toBeNull()
    expect(await storedSessions()).toHaveLength(1)
  })

  test('an identifier planted before signing in opens nothing afterwards', async () => {
    const planted = { session: 'planted-by-somebody-else.signature' }
    const cookie = await cookieOf(planted)
    expect(cookie.value).not.toContain('planted')
    expect((await app.send({ method: 'GET', url: '/api/session', cookies: planted })).json<Session>().caller).toBeNull()
  })

  test('does not tell a wrong password from an unknown address', async () => {
    const wrong = await signIn({ email, password: 'not the password' })
    const unknown = await signIn({ email: 'nobody@zz004.example', password: demonstrationPassword })
    const problem = expectProblem(wrong, { status: 401, kind: 'wrong-password', remedy: 'capital and small letters' })
    const other = expectProblem(unknown, { status: 401, kind: 'wrong-password' })
    expect({ ...other, requestId: '' }).toEqual({ ...problem, requestId: '' })
    expect([...wrong.cookies, ...unknown.cookies]).toEqual([])
    expect(await storedSessions()).toEqual([])
  })

  test('asks for both fields', async () => {
    expectProblem(await signIn({ email }), {
      status: 400,
      kind: 'invalid-request',
      pointer: '/password',
      message: 'is missing',
    })
  })
})

describe('a session', () => {
  test('that nobody opened belongs to nobody and leaves no row', async () => {
    const answer = await app.send({ method: 'GET', url: '/api/session' })
    expect(answer.json<Session>().caller).toBeNull()
    expect(answer.cookies).toEqual([])
    expect(await storedSessions()).toEqual([])
  })

  test('lasts twelve hours', async () => {
    await cookieOf()
    const [stored] = await storedSessions()
    expect(stored?.expires_at).toEqual(new Date(testInstant.getTime() + 12 * 3_600_000))
  })

  test('whose time has passed is refused', async () => {
    const cookie = await cookieOf()
    await sql`update session set began_at = began_at - interval '12 hours'`.execute(app.database.db)
    expect(await callerOf(cookie)).toBeNull()
    expectProblem(await ask('/api/home', cookie), { status: 401, kind: 'not-signed-in', remedy: 'Sign in' })
  })

  test('with a changed signature is refused', async () => {
    const cookie = await cookieOf()
    const forged = { ...cookie, value: `${cookie.value.slice(0, -4)}AAAA` }
    expectProblem(await ask('/api/home', forged), { status: 401, kind: 'not-signed-in' })
  })

  test('ends with signing out, for whoever kept the cookie too', async () => {
    const cookie = await cookieOf()
    const answer = await app.send({ method: 'DELETE', url: '/api/session', cookies: { session: cookie.value } })
    expect(answer.statusCode).toBe(204)
    expect(await storedSessions()).toEqual([])
    expectProblem(await ask('/api/home', cookie), { status: 401, kind: 'not-signed-in' })
  })

  test('can be signed out of when nobody is signed in', async () => {
    expect((await app.send({ method: 'DELETE', url: '/api/session' })).statusCode).toBe(204)
  })
})

describe('what is decided about a person while they are signed in', () => {
  const setAccount = (change: ReturnType<typeof sql>) =>
    sql`update account set ${change} where email = ${email}`.execute(app.database.db)

  test('a closed account is refused at its next request and cannot sign in again', async () => {
    const cookie = await cookieOf()
    expect((await ask('/api/home', cookie)).statusCode).toBe(200)
    await setAccount(sql`is_active = false`)
    try {
      expectProblem(await ask('/api/home', cookie), { status: 401, kind: 'not-signed-in' })
      expectProblem(await signIn({ email, password: demonstrationPassword }), { status: 401, kind: 'wrong-password' })
    } finally {
      await setAccount(sql`is_active = true`)
    }
  })

  test('a new role holds from the next request on', async () => {
    const cookie = await cookieOf()
    const search = () =>
      app.send({
        method: 'POST',
        url: '/api/patients/search',
        payload: { filters: {} },
        cookies: { session: cookie.value },
      })
    expect((await search()).statusCode).toBe(200)
    await setAccount(sql`role = 'trust-lead'`)
    try {
      expectProblem(await search(), { status: 403, kind: 'not-allowed', detail: 'Your role does not include this.' })
      expect((await callerOf(cookie))?.role).toBe('trust-lead')
    } finally {
      await setAccount(sql`role = 'oncologist'`)
    }
  })
})
