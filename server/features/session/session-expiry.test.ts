import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { absoluteMilliseconds, backgroundHeader, idleMilliseconds } from '#domain/access/session-limits.ts'
import { openTestApp, type Send, type TestApp } from '../../../tests/support/build-app.ts'
import { testInstant } from '../../../tests/support/demonstration-seed.ts'
import { expectProblem } from '../../../tests/support/expect-problem.ts'

type Open = components['schemas']['SessionExpiry']['open']

const minute = 60_000

let app: TestApp
let now = testInstant
let oncologist: Send

beforeAll(async () => {
  app = await openTestApp({ clock: { now: () => now } })
})
afterAll(() => app.close())
beforeEach(async () => {
  now = testInstant
  oncologist = await app.signInAs('oncologist')
})

const pass = (milliseconds: number) => {
  now = new Date(now.getTime() + milliseconds)
}
const use = async () => (await oncologist({ method: 'GET', url: '/api/home' })).statusCode
const inBackground = { [backgroundHeader]: '1' }
async function left(headers: Readonly<Record<string, string>> = inBackground): Promise<Open> {
  const answer = await oncologist({ method: 'GET', url: '/api/session/expiry', headers })
  return answer.json<components['schemas']['SessionExpiry']>().open
}

describe('a session that nobody uses', () => {
  test.each([
    [-1, 200],
    [0, 401],
    [1, 401],
  ])('for fifteen minutes and %i ms is answered with %i', async (more, status) => {
    pass(idleMilliseconds + more)
    expect(await use()).toBe(status)
  })

  test('lasts on from each use', async () => {
    for (const _ of [1, 2, 3]) {
      pass(idleMilliseconds - 1)
      expect(await use()).toBe(200)
    }
  })

  test('is not kept by what the page asks for by itself', async () => {
    for (const _ of [1, 2, 3]) {
      pass(5 * minute - 1)
      expect((await oncologist({ method: 'GET', url: '/api/home', headers: inBackground })).statusCode).toBe(200)
    }
    pass(3)
    expect(await use()).toBe(401)
  })

  test('is over for good: asking again does not bring it back', async () => {
    pass(idleMilliseconds)
    expect(await use()).toBe(401)
    now = testInstant
    pass(idleMilliseconds + minute)
    expectProblem(await oncologist({ method: 'GET', url: '/api/home' }), { status: 401, kind: 'not-signed-in' })
  })
})

describe('a session in constant use', () => {
  test.each([
    [-1, 200],
    [0, 401],
    [1, 401],
  ])('for twelve hours and %i ms is answered with %i', async (more, status) => {
    const step = 10 * minute
    for (let age = step; age < absoluteMilliseconds; age += step) {
      pass(step)
      expect(await use()).toBe(200)
    }
    pass(step + more)
    expect(await use()).toBe(status)
  })
})

describe('how long it lasts', () => {
  test('is told in seconds, to nobody as nothing', async () => {
    expect(await left()).toMatchObject({ idleSeconds: 900, absoluteSeconds: 43_200 })
    const stranger = await app.send({ method: 'GET', url: '/api/session/expiry' })
    expect(stranger.json()).toEqual({ open: null })
  })

  test('is asked in the background without lengthening it, and otherwise does', async () => {
    pass(13 * minute)
    expect(await left()).toMatchObject({ idleSeconds: 120, absoluteSeconds: 43_200 - 13 * 60 })
    expect(await left()).toMatchObject({ idleSeconds: 120 })
    expect(await left({})).toMatchObject({ idleSeconds: 900 })
    expect(await left()).toMatchObject({ idleSeconds: 900 })
  })

  test('is never told longer than the server keeps to it', async () => {
    pass(4000)
    const told = (await left({}))?.idleSeconds ?? 0
    pass(told * 1000 - 1)
    expect(await left()).not.toBeNull()
    pass(1)
    expect(await left()).toBeNull()
  })
})
