import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { demonstrationPassword } from '../../../mocks/data/accounts/demonstration-accounts.ts'
import { appCode } from '../../../tests/support/app-codes.ts'
import { auditRows, lastAuditSequence } from '../../../tests/support/audit-rows.ts'
import { openTestApp, type TestApp } from '../../../tests/support/build-app.ts'
import { testInstant } from '../../../tests/support/demonstration-seed.ts'
import { expectProblem } from '../../../tests/support/expect-problem.ts'

type Schemas = components['schemas']

const email = 'oncologist@zz003.example'
const minute = 60_000

let app: TestApp
let now = testInstant
const log: string[] = []

beforeAll(async () => {
  app = await openTestApp({ clock: { now: () => now }, logTo: (line) => log.push(line) })
})
afterAll(() => app.close())
beforeEach(async () => {
  now = testInstant
  for (const table of ['session', 'second_factor', 'sign_in_failures']) {
    await sql`delete from ${sql.table(table)}`.execute(app.database.db)
  }
})

/** One browser with its cookies. */
function browser(remoteAddress = '127.0.0.1') {
  const cookies: Record<string, string> = {}
  const send = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) => {
    const answer = await app.send({
      method,
      url: `/api${url}`,
      cookies,
      remoteAddress,
      ...(payload ? { payload } : {}),
    })
    for (const { name, value } of answer.cookies) cookies[name] = value
    return answer
  }
  return {
    cookies,
    send,
    password: (current = demonstrationPassword) => send('POST', '/session', { email, password: current }),
    code: (code: string) => send('POST', '/session/second-factor', { code }),
    isIn: async () => (await send('GET', '/home')).statusCode === 200,
  }
}
type Browser = ReturnType<typeof browser>

/** Signs in and sets a second factor up. */
async function setUp(on: Browser = browser()) {
  await on.password()
  const begun = await on.send('POST', '/account/second-factor', { current: demonstrationPassword })
  expect(begun.statusCode, begun.body).toBe(201)
  const { secret, link } = begun.json<Schemas['SecondFactorSecret']>()
  const confirmed = await on.send('PUT', '/account/second-factor', { code: appCode(secret, now) })
  expect(confirmed.statusCode, confirmed.body).toBe(200)
  const { codes } = confirmed.json<Schemas['RecoveryCodes']>()
  now = new Date(now.getTime() + minute)
  return { on, secret, link, codes, code: () => appCode(secret, now) }
}
const pass = (milliseconds: number) => {
  now = new Date(now.getTime() + milliseconds)
}
const wrong = { status: 401, kind: 'wrong-code', pointer: '/code' }

describe('setting up a second factor', () => {
  test('asks for the password, and counts once a code of it was given', async () => {
    const on = browser()
    await on.password()
    const guessed = await on.send('POST', '/account/second-factor', { current: 'a guess' })
    expectProblem(guessed, { status: 400, kind: 'invalid-request', pointer: '/current' })
    const early = await on.send('PUT', '/account/second-factor', { code: '123456' })
    expectProblem(early, { status: 409, kind: 'second-factor-not-begun' })
    const begun = await on.send('POST', '/account/second-factor', { current: demonstrationPassword })
    const { secret } = begun.json<Schemas['SecondFactorSecret']>()
    const other = appCode(secret, now) === '000000' ? '000001' : '000000'
    const refused = await on.send('PUT', '/account/second-factor', { code: other })
    expectProblem(refused, { status: 400, kind: 'invalid-request', pointer: '/code', remedy: 'clock' })
    expect((await browser().password()).json<Schemas['Session']>()).toMatchObject({
      awaits: null,
      caller: { role: 'oncologist' },
    })
  })

  test('gives ten recovery codes once, ends every other session and keeps nothing in the clear', async () => {
    const elsewhere = browser()
    await elsewhere.password()
    const { on, secret, codes } = await setUp()
    expect(new Set(codes).size).toBe(10)
    expect([await on.isIn(), await elsewhere.isIn()]).toEqual([true, false])
    expect((await on.send('GET', '/account/second-factor')).json()).toEqual({
      isOn: true,
      recoveryCodesLeft: 10,
      isDemanded: false,
    })
    const again = await on.send('POST', '/account/second-factor', { current: demonstrationPassword })
    expectProblem(again, { status: 409, kind: 'second-factor-on' })
    const { rows: factors } = await sql`select * from second_factor`.execute(app.database.db)
    const { rows: kept } = await sql`select * from recovery_code`.execute(app.database.db)
    const written = JSON.stringify([factors, kept, await auditRows(app.database.db), log])
    for (const told of [secret, ...codes, ...codes.map((code) => code.replaceAll('-', ''))]) {
      expect(written).not.toContain(told)
    }
  })

  test('is undone by the password, on this account alone', async () => {
    const { on } = await setUp()
    const guessed = await on.send('POST', '/account/second-factor/removal', { current: 'a guess' })
    expectProblem(guessed, { status: 400, kind: 'invalid-request', pointer: '/current' })
    const removed = await on.send('POST', '/account/second-factor/removal', { current: demonstrationPassword })
    expect(removed.statusCode, removed.body).toBe(204)
    expect((await browser().password()).json<Schemas['Session']>().awaits).toBeNull()
  })
})

describe('signing in with a second factor', () => {
  test('opens nothing after the password, and everything after the code', async () => {
    const { code } = await setUp()
    const after = await lastAuditSequence(app.database.db)
    const on = browser()
    const first = await on.password()
    expect(first.json()).toMatchObject({ caller: null, awaits: 'code' })
    expect(on.cookies.device, 'a device is known once it is signed in').toBeUndefined()
    expect(await on.isIn()).toBe(false)
    for (const url of ['/account/sessions', '/account/second-factor', '/accounts']) {
      expectProblem(await on.send('GET', url), { status: 401, kind: 'not-signed-in' })
    }
    expect((await on.send('GET', '/session')).json()).toMatchObject({ caller: null, awaits: 'code' })
    const pending = on.cookies.session
    const second = await on.code(code())
    expect(second.json()).toMatchObject({ caller: { role: 'oncologist' }, awaits: null })
    expect(on.cookies.session).not.toBe(pending)
    expect(await on.isIn()).toBe(true)
    const steps = (await auditRows(app.database.db, after)).filter(({ action }) => action === 'sign-in')
    expect(steps).toMatchObject([
      { operation: 'signIn', outcome: 'begun', actor_kind: 'nobody' },
      { operation: 'giveSecondFactor', outcome: 'done', actor_kind: 'person' },
    ])
  })

  test('takes a code once, also when two send it at the same moment', async () => {
    const { code } = await setUp()
    const [one, other] = [browser(), browser()]
    await one.password()
    await other.password()
    const given = code()
    const answers = await Promise.all([one.code(given), other.code(given)])
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 401])
    const third = browser()
    await third.password()
    expectProblem(await third.code(given), wrong)
  })

  test('takes each recovery code once, however it is typed', async () => {
    const { on: desk, codes } = await setUp()
    const [first = ''] = codes
    const on = browser()
    await on.password()
    expect((await on.code(first.toLowerCase().replaceAll('-', ' '))).statusCode).toBe(200)
    expect((await desk.send('GET', '/account/second-factor')).json()).toMatchObject({ recoveryCodesLeft: 9 })
    const again = browser()
    await again.password()
    expectProblem(await again.code(first), wrong)
  })

  test('takes the code on the browser alone on which the password was right, within five minutes', async () => {
    const { code } = await setUp()
    const notBegun = { status: 401, kind: 'sign-in-not-begun', remedy: 'from the beginning' }
    const on = browser()
    await on.password()
    expectProblem(await browser().code(code()), notBegun)
    pass(5 * minute)
    expectProblem(await on.code(code()), notBegun)
    expect((await on.send('GET', '/session')).json()).toMatchObject({ awaits: null })
    await on.password()
    pass(5 * minute - 1)
    expect((await on.code(code())).statusCode).toBe(200)
  })

  test('is worth nothing on a session that somebody had planted in the browser', async () => {
    const { code } = await setUp()
    const attacker = browser()
    await attacker.send('POST', '/session', { email: 'nurse@zz002.example', password: demonstrationPassword })
    const planted = attacker.cookies.session ?? ''
    const victim = browser()
    victim.cookies.session = planted
    await victim.password()
    const pending = victim.cookies.session
    expect(pending).not.toBe(planted)
    await victim.code(code())
    for (const held of [planted, pending ?? '']) {
      const thief = browser()
      thief.cookies.session = held
      expect(await thief.isIn()).toBe(false)
    }
  })

  test('begins anew after the account was closed, or its password changed', async () => {
    const { code } = await setUp()
    const change = async (statement: ReturnType<typeof sql>) => {
      const on = browser()
      await on.password()
      await statement.execute(app.database.db)
      return on.code(code())
    }
    const closed = await change(sql`update account set is_active = false where email = ${email}`)
    await sql`update account set is_active = true where email = ${email}`.execute(app.database.db)
    const { rows } = await sql<{ hash: string }>`
      select password_hash as hash from account where email = ${email}`.execute(app.database.db)
    const changed = await change(
      sql`update account set password_hash = password_hash || '-of-another-password' where email = ${email}`,
    )
    await sql`update account set password_hash = ${rows[0]?.hash} where email = ${email}`.execute(app.database.db)
    for (const answer of [closed, changed]) expectProblem(answer, { status: 401, kind: 'sign-in-not-begun' })
  })
})

describe('who guesses codes', () => {
  async function guess(on: Browser, times: number) {
    for (let done = 0; done < times; done += 1) {
      // A right password between the guesses does not set them back.
      await on.password()
      expectProblem(await on.code('AAAA-AAAA-AAAA-AAAA'), wrong)
    }
  }

  test('waits after five, a right code too, and then goes on', async () => {
    const { code } = await setUp()
    const on = browser('10.7.0.1')
    await guess(on, 5)
    const early = await on.code(code())
    expectProblem(early, { status: 429, kind: 'too-many-attempts', detail: '30 seconds' })
    expect(early.headers['retry-after']).toBe('30')
    pass(30_000)
    expect((await on.code(code())).statusCode).toBe(200)
  })

  test('makes nobody wait who is elsewhere, and a known device not at the same address', async () => {
    const { on: desk, code } = await setUp()
    await guess(browser('10.7.0.2'), 5)
    const elsewhere = browser('10.7.0.3')
    await elsewhere.password()
    expect((await elsewhere.code(code())).statusCode).toBe(200)
    pass(minute)
    await guess(browser(), 5)
    await desk.send('DELETE', '/session')
    await desk.password()
    expect((await desk.code(code())).statusCode).toBe(200)
  })
})

test('a recovery link takes the second factor away', async () => {
  await setUp()
  const administrator = await app.signInAs('administrator')
  const { items } = (await administrator({ method: 'GET', url: '/api/accounts' })).json<Schemas['AccountList']>()
  const account = items.find((each) => each.email === email)
  expect(account?.hasSecondFactor).toBe(true)
  const url = `/api/accounts/${account?.accountId}/recovery-link`
  const { token } = (await administrator({ method: 'POST', url })).json<Schemas['RecoveryLink']>()
  const recovered = await browser().send('POST', '/recovery', { token, password: demonstrationPassword })
  expect(recovered.statusCode, recovered.body).toBe(204)
  expect((await browser().password()).json<Schemas['Session']>()).toMatchObject({
    awaits: null,
    caller: { role: 'oncologist' },
  })
})
