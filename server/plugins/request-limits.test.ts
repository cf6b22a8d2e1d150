import type { LightMyRequestResponse } from 'fastify'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type Send, type TestApp } from '../../tests/support/build-app.ts'
import { openTestDatabase, type TestDatabase } from '../../tests/support/database-template.ts'
import { demonstrationSeed } from '../../tests/support/demonstration-seed.ts'
import { expectProblem } from '../../tests/support/expect-problem.ts'

let database: TestDatabase
let app: TestApp
let elapsed = 0
beforeAll(async () => {
  database = await openTestDatabase({ seed: demonstrationSeed() })
})
afterEach(() => app.app.close())
afterAll(() => database.close())

async function open(
  limits: { readonly perAccount?: number; readonly perAddress?: number },
  trustedProxies: string[] = [],
) {
  elapsed = 0
  app = await openTestApp({
    database,
    requestLimits: { ...limits, elapsedMilliseconds: () => elapsed },
    trustedProxies,
  })
}

const session = { method: 'GET', url: '/api/session' } as const
const statusesOf = async (send: () => Promise<LightMyRequestResponse>, times: number): Promise<number[]> => {
  const statuses: number[] = []
  for (let count = 0; count < times; count += 1) statuses.push((await send()).statusCode)
  return statuses
}
const expectTooMany = (answer: LightMyRequestResponse, detail: string, seconds: number) => {
  expectProblem(answer, { status: 429, kind: 'too-many-requests', detail, remedy: `Wait ${seconds} seconds` })
  expect(answer.headers['retry-after']).toBe(String(seconds))
}

describe('of one address', () => {
  const from = (remoteAddress: string, headers: Readonly<Record<string, string>> = {}) =>
    app.send({ ...session, remoteAddress, headers })

  test('a limit of five takes the fourth and the fifth in a minute and refuses the sixth', async () => {
    await open({ perAddress: 5 })
    expect(await statusesOf(() => from('192.0.2.1'), 4)).toEqual([200, 200, 200, 200])
    elapsed = 20_000
    expect((await from('192.0.2.1')).statusCode).toBe(200)
    expectTooMany(await from('192.0.2.1'), 'came from this address', 40)
    expect((await from('192.0.2.2')).statusCode).toBe(200)
  })

  test('begins again when the minute is over, and not a millisecond before', async () => {
    await open({ perAddress: 1 })
    await from('192.0.2.1')
    elapsed = 59_999
    expect((await from('192.0.2.1')).statusCode).toBe(429)
    elapsed = 60_000
    expect((await from('192.0.2.1')).statusCode).toBe(200)
  })

  test('somebody with a whole IPv6 network has one limit', async () => {
    await open({ perAddress: 1 })
    expect((await from('2001:db8:1:2::1')).statusCode).toBe(200)
    expect((await from('2001:db8:1:2:ffff::9')).statusCode).toBe(429)
    expect((await from('2001:db8:1:3::1')).statusCode).toBe(200)
  })

  test('signs of life are never refused', async () => {
    await open({ perAddress: 1 })
    for (const url of ['/api/health', '/api/ready']) {
      expect(new Set(await statusesOf(() => app.send({ method: 'GET', url }), 5))).toEqual(new Set([200]))
    }
  })

  test('addresses that do not exist count too', async () => {
    await open({ perAddress: 1 })
    expect(await statusesOf(() => app.send({ method: 'GET', url: '/api/nothing' }), 2)).toEqual([404, 429])
  })

  test('is told behind a trusted proxy by what the proxy says, which nobody else may say', async () => {
    await open({ perAddress: 1 }, ['192.0.2.10'])
    expect((await from('192.0.2.10', { 'x-forwarded-for': '198.51.100.1' })).statusCode).toBe(200)
    expect((await from('192.0.2.10', { 'x-forwarded-for': '198.51.100.2' })).statusCode).toBe(200)
    expect((await from('192.0.2.10', { 'x-forwarded-for': '203.0.113.9, 198.51.100.2' })).statusCode).toBe(429)
    expect((await from('192.0.2.99', { 'x-forwarded-for': '198.51.100.3' })).statusCode).toBe(200)
    expect((await from('192.0.2.99', { 'x-forwarded-for': '198.51.100.4' })).statusCode).toBe(429)
  })
})

describe('of one account', () => {
  const home = { method: 'GET', url: '/api/session' } as const

  test('a limit of three takes the second and the third in a minute and refuses the fourth, from wherever', async () => {
    await open({ perAccount: 3 })
    const nurse = await app.signInAs('nurse')
    let host = 0
    const roaming: Send = (request) => {
      host += 1
      return nurse({ ...request, remoteAddress: `192.0.2.${host}` })
    }
    expect(await statusesOf(() => roaming(home), 3)).toEqual([200, 200, 200])
    elapsed = 1_000
    expectTooMany(await roaming(home), 'came from your account', 59)
    elapsed = 60_000
    expect((await roaming(home)).statusCode).toBe(200)
  })

  test('leaves others at the same address alone, and those who are not signed in', async () => {
    await open({ perAccount: 1 })
    const nurse = await app.signInAs('nurse')
    const oncologist = await app.signInAs('oncologist')
    expect(await statusesOf(() => nurse(home), 2)).toEqual([200, 429])
    expect(await statusesOf(() => oncologist(home), 2)).toEqual([200, 429])
    expect(await statusesOf(() => app.send(home), 3)).toEqual([200, 200, 200])
  })

  test('is one for all sessions of the account', async () => {
    await open({ perAccount: 1 })
    const [ward, clinic] = [await app.signInAs('nurse'), await app.signInAs('nurse')]
    expect((await ward(home)).statusCode).toBe(200)
    expect((await clinic(home)).statusCode).toBe(429)
  })
})

test('an operation with a limit of its own tells when to come back', async () => {
  await open({})
  // Each with another name: attempts at one account have to wait for each other sooner than this.
  const attempt = () =>
    app.send({
      method: 'POST',
      url: '/api/session',
      payload: { email: `nobody${crypto.randomUUID()}@example.org`, password: 'x' },
      remoteAddress: '192.0.2.7',
    })
  expect(new Set(await statusesOf(attempt, 60))).toEqual(new Set([401]))
  elapsed = 45_000
  expectTooMany(await attempt(), 'of this kind', 15)
  elapsed = 60_000
  expect((await attempt()).statusCode).toBe(401)
})
