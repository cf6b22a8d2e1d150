import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { demonstrationPassword } from '../../../mocks/data/accounts/demonstration-accounts.ts'
import { openTestApp, type TestApp } from '../../../tests/support/build-app.ts'
import { testInstant } from '../../../tests/support/demonstration-seed.ts'
import { expectProblem } from '../../../tests/support/expect-problem.ts'

let app: TestApp
let now = testInstant
beforeAll(async () => {
  app = await openTestApp({ clock: { now: () => now } })
})
afterAll(() => app.close())
beforeEach(async () => {
  now = testInstant
  tests += 1
  home = `10.1.0.${tests}`
  await sql`delete from sign_in_failures`.execute(app.database.db)
})

const email = 'oncologist@zz004.example'
const unknown = 'nobody@zz004.example'
/* Another for each test: of one address the service takes only so many in a minute. */
let tests = 0
let home = ''

interface From {
  readonly address?: string
  readonly device?: string
}
const attempt = (payload: { email: string; password: string }, { address = home, device }: From = {}) =>
  app.send({
    method: 'POST',
    url: '/api/session',
    payload,
    remoteAddress: address,
    ...(device === undefined ? {} : { cookies: { device } }),
  })
const right = (from?: From) => attempt({ email, password: demonstrationPassword }, from)
const wrong = (from?: From, address = email) => attempt({ email: address, password: 'a guess' }, from)
async function fail(times: number, from?: From, address?: string) {
  for (let done = 0; done < times; done += 1) expect((await wrong(from, address)).statusCode).toBe(401)
}
const pass = (milliseconds: number) => {
  now = new Date(now.getTime() + milliseconds)
}
const waits = { status: 429, kind: 'too-many-attempts', detail: '30 seconds', remedy: 'Wait until then' } as const

describe('after five wrong passwords', () => {
  test('the next attempt waits, a right one too, and says how long', async () => {
    await fail(4)
    expect((await right()).statusCode).toBe(200)
    await fail(5)
    const early = await right()
    expectProblem(early, waits)
    expect(early.headers['retry-after']).toBe('30')
    pass(29_999)
    expect((await right()).headers['retry-after']).toBe('1')
    pass(1)
    expect((await right()).statusCode).toBe(200)
  })

  test('attempts that come too early make nobody wait longer', async () => {
    await fail(5)
    for (const _ of [1, 2, 3]) expect((await wrong()).statusCode).toBe(429)
    pass(30_000)
    expect((await right()).statusCode).toBe(200)
  })

  test('an account that does not exist is answered in the same words', async () => {
    await fail(5)
    await fail(5, {}, unknown)
    const [one, other] = [await wrong(), await wrong({}, unknown)]
    expect({ ...other.json(), requestId: '' }).toEqual({ ...one.json(), requestId: '' })
    expect(other.headers['retry-after']).toBe(one.headers['retry-after'])
  })

  test('many at the same moment are counted as many', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => wrong()))
    expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(5)
  })
})

describe('nobody can lock another out', () => {
  test('from another address', async () => {
    await fail(5, { address: '10.9.9.9' })
    expect((await wrong({ address: '10.9.9.9' })).statusCode).toBe(429)
    expect((await right()).statusCode).toBe(200)
  })

  test('from the same address, where the device has signed in before', async () => {
    const device = (await right()).cookies.find(({ name }) => name === 'device')?.value ?? ''
    await fail(5)
    expect((await right()).statusCode).toBe(429)
    expect((await right({ device })).statusCode).toBe(200)
  })

  test('from ever so many addresses, where the device has signed in before', async () => {
    const device = (await right()).cookies.find(({ name }) => name === 'device')?.value ?? ''
    await sql`update sign_in_failures set failures = 100, first_at = ${now}, last_at = ${now}`.execute(app.database.db)
    const stranger = await right({ address: '10.9.9.8' })
    expectProblem(stranger, { status: 429, kind: 'too-many-attempts', detail: '60 minutes' })
    expect((await right({ device })).statusCode).toBe(200)
    pass(60 * 60_000)
    expect((await right({ address: '10.9.9.8' })).statusCode).toBe(200)
  })

  test('and a device is known to the account alone that it signed in to, by a cookie that nobody can make up', async () => {
    const nurse = await attempt({ email: 'nurse@zz004.example', password: demonstrationPassword })
    const theirs = nurse.cookies.find(({ name }) => name === 'device')?.value ?? ''
    await fail(5)
    expect((await right({ device: theirs })).statusCode).toBe(429)
    const own = (await right({ address: '10.9.9.7' })).cookies.find(({ name }) => name === 'device')?.value ?? ''
    expect((await right({ device: `${own.slice(0, -4)}AAAA` })).statusCode).toBe(429)
    expect((await right({ device: own })).statusCode).toBe(200)
  })

  test('a known device that guesses waits as others do', async () => {
    const device = (await right()).cookies.find(({ name }) => name === 'device')?.value ?? ''
    await fail(5, { device })
    expect((await right({ device })).statusCode).toBe(429)
  })
})
