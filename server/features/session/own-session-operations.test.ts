import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { idleMilliseconds } from '#domain/access/session-limits.ts'
import { demonstrationPassword } from '../../../mocks/data/accounts/demonstration-accounts.ts'
import { auditRows } from '../../../tests/support/audit-rows.ts'
import { openTestApp, type Send, type TestApp } from '../../../tests/support/build-app.ts'
import { testInstant } from '../../../tests/support/demonstration-seed.ts'
import { expectProblem } from '../../../tests/support/expect-problem.ts'

type OwnSession = components['schemas']['OwnSession']

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'
const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile/15E148 Safari/604.1'
const newPassword = 'kettle osprey minted 41'

let app: TestApp
let now = testInstant

beforeAll(async () => {
  app = await openTestApp({ clock: { now: () => now } })
})
afterAll(() => app.close())
beforeEach(async () => {
  now = testInstant
  await sql`delete from session`.execute(app.database.db)
})

const email = 'oncologist@zz004.example'

async function signInOn(userAgent: string, address = email, password = demonstrationPassword): Promise<Send> {
  const payload = { email: address, password }
  const headers = { 'user-agent': userAgent }
  const answer = await app.send({ method: 'POST', url: '/api/session', payload, headers })
  expect(answer.statusCode, answer.body).toBe(200)
  const session = answer.cookies.find(({ name }) => name === 'session')?.value ?? ''
  return (request) => app.send({ ...request, cookies: { session } })
}

const list = async (send: Send) =>
  (await send({ method: 'GET', url: '/api/account/sessions' })).json<{ items: OwnSession[] }>().items
const isOpen = async (send: Send) => (await send({ method: 'GET', url: '/api/home' })).statusCode === 200
const end = (send: Send, sessionId: string) => send({ method: 'DELETE', url: `/api/account/sessions/${sessionId}` })

describe('the list of one’s own sessions', () => {
  test('says with what, from when, when last, and which is this one; the last used first', async () => {
    const desk = await signInOn(firefox)
    now = new Date(testInstant.getTime() + 60_000)
    const phone = await signInOn(iphone)
    now = new Date(testInstant.getTime() + 90_000)
    expect(await list(desk)).toEqual([
      expect.objectContaining({ device: 'Firefox on Windows', isThisOne: true }),
      expect.objectContaining({ device: 'Safari on iPhone', isThisOne: false }),
    ])
    now = new Date(testInstant.getTime() + 120_000)
    expect(await list(phone)).toMatchObject([
      { device: 'Safari on iPhone', isThisOne: true, lastUsedAt: now.toISOString() },
      { device: 'Firefox on Windows', isThisOne: false, beganAt: testInstant.toISOString() },
    ])
  })

  test('has nobody else’s, and none that has ended', async () => {
    await signInOn(firefox)
    const nurse = await signInOn(iphone, 'nurse@zz004.example')
    expect(await list(nurse)).toHaveLength(1)
    now = new Date(testInstant.getTime() + idleMilliseconds)
    expect(await list(await signInOn(iphone))).toHaveLength(1)
  })

  test('holds nothing that opens a session', async () => {
    const desk = await signInOn(firefox)
    const { rows } = await sql<{ session_hash: string }>`select session_hash from session`.execute(app.database.db)
    const answer = await desk({ method: 'GET', url: '/api/account/sessions' })
    expect(answer.body).not.toContain(rows[0]?.session_hash)
  })
})

describe('signing out of one', () => {
  test('ends that one and keeps this one', async () => {
    const [desk, phone] = [await signInOn(firefox), await signInOn(iphone)]
    const other = (await list(desk)).find(({ isThisOne }) => !isThisOne)
    expect((await end(desk, other?.sessionId ?? '')).statusCode).toBe(204)
    expect([await isOpen(desk), await isOpen(phone)]).toEqual([true, false])
    expect((await auditRows(app.database.db)).map(({ operation, action }) => `${operation} ${action}`)).toContain(
      'endOwnSession sign-out',
    )
  })

  test('that is somebody else’s finds none, and ends none', async () => {
    const [desk, nurse] = [await signInOn(firefox), await signInOn(iphone, 'nurse@zz004.example')]
    const [theirs] = await list(nurse)
    expectProblem(await end(desk, theirs?.sessionId ?? ''), { status: 404, kind: 'not-found' })
    expect(await isOpen(nurse)).toBe(true)
  })
})

test('signing out everywhere ends every session of this person and of nobody else', async () => {
  const [desk, phone] = [await signInOn(firefox), await signInOn(iphone)]
  const nurse = await signInOn(iphone, 'nurse@zz004.example')
  expect((await desk({ method: 'DELETE', url: '/api/account/sessions' })).statusCode).toBe(204)
  expect([await isOpen(desk), await isOpen(phone), await isOpen(nurse)]).toEqual([false, false, true])
})

describe('what cannot be written into the log', () => {
  const unwritten = (operation: string) => sql`
    create trigger log_is_full before insert on audit_event for each row when (new.operation = ${sql.lit(operation)})
      execute function refuse_change()`
  afterEach(() => sql`drop trigger log_is_full on audit_event`.execute(app.database.db))

  test.each([
    ['signOut', 'DELETE', '/api/session'],
    ['endAllSessions', 'DELETE', '/api/account/sessions'],
  ] as const)('%s ends no session', async (operation, method, url) => {
    const desk = await signInOn(firefox)
    await unwritten(operation).execute(app.database.db)
    expect((await desk({ method, url })).statusCode).toBe(500)
    expect(await isOpen(desk)).toBe(true)
  })

  test('endOwnSession ends no session', async () => {
    const [desk, phone] = [await signInOn(firefox), await signInOn(iphone)]
    const other = (await list(desk)).find(({ isThisOne }) => !isThisOne)
    await unwritten('endOwnSession').execute(app.database.db)
    expect((await end(desk, other?.sessionId ?? '')).statusCode).toBe(500)
    expect(await isOpen(phone)).toBe(true)
  })
})

describe('one’s own password', () => {
  const change = (send: Send, payload: object) => send({ method: 'PUT', url: '/api/account/password', payload })

  test('is changed only with the present one, and not to one that is guessed first', async () => {
    const desk = await signInOn(firefox)
    const refused = { status: 400, kind: 'invalid-request' } as const
    const wrong = await change(desk, { current: 'not this one', password: newPassword })
    expectProblem(wrong, { ...refused, pointer: '/current', message: 'is not the password' })
    const common = await change(desk, { current: demonstrationPassword, password: 'Oncology2026!' })
    expectProblem(common, { ...refused, pointer: '/password', message: 'guessed first' })
    const short = await change(desk, { current: demonstrationPassword, password: 'eleven char' })
    expectProblem(short, { ...refused, pointer: '/password', message: 'at least 12 characters' })
    await signInOn(firefox)
  })

  test('once changed lets in by the new one alone, and every other session has ended', async () => {
    const [desk, phone] = [await signInOn(firefox), await signInOn(iphone)]
    const answer = await change(desk, { current: demonstrationPassword, password: newPassword })
    expect(answer.statusCode, answer.body).toBe(204)
    expect([await isOpen(desk), await isOpen(phone)]).toEqual([true, false])
    const old = await app.send({
      method: 'POST',
      url: '/api/session',
      payload: { email, password: demonstrationPassword },
    })
    expectProblem(old, { status: 401, kind: 'wrong-password' })
    await signInOn(firefox, email, newPassword)
    expect(JSON.stringify(await auditRows(app.database.db))).not.toContain(newPassword)
  })
})
