import { afterAll, beforeAll, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { demonstrationPassword } from '../../mocks/data/accounts/demonstration-accounts.ts'
import { openTestApp, type TestApp } from '../support/build-app.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { printAttacks, withstood } from './attack-count.ts'

let app: TestApp

beforeAll(async () => {
  app = await openTestApp()
})
afterAll(async () => {
  printAttacks()
  await app.close()
})

const victim = 'oncologist@zz001.example'
const attacker = 'nurse@zz002.example'

/** Signs in with whatever cookie the browser holds, and gives the cookie that it holds afterwards. */
async function signIn(email: string, held: string | null = null): Promise<string> {
  const headers = held === null ? {} : { cookie: `session=${held}` }
  const payload = { email, password: demonstrationPassword }
  const answer = await app.send({ method: 'POST', url: '/api/session', headers, payload })
  expect(answer.statusCode, answer.body).toBe(200)
  const kept = answer.cookies.find(({ name }) => name === 'session')?.value
  if (kept === undefined) throw new Error('Signing in set no cookie.')
  return encodeURIComponent(kept)
}

function ask(held: string, url = '/api/patients/search') {
  const payload = { filters: {} }
  return app.send({ method: 'POST', url, headers: { cookie: `session=${held}` }, payload })
}

async function whoIs(held: string): Promise<string | null> {
  const answer = await app.send({ method: 'GET', url: '/api/session', headers: { cookie: `session=${held}` } })
  return answer.json<components['schemas']['Session']>().caller?.name ?? null
}

test('a session that was planted in the browser before signing in is worth nothing afterwards', async () => {
  const planted = [await signIn(attacker), 'made-up-by-somebody', '', `${'a'.repeat(43)}.${'b'.repeat(43)}`]
  for (const held of planted) {
    const kept = await signIn(victim, held)
    expect(kept).not.toBe(held)
    expect((await ask(kept)).statusCode).toBe(200)
    expectProblem(await ask(held), { status: 401, kind: 'not-signed-in' })
    withstood('planted session')
  }
})

test('a session that was ended opens nothing, although the browser still has its cookie', async () => {
  const kept = await signIn(victim)
  expect((await ask(kept)).statusCode).toBe(200)
  await app.send({ method: 'DELETE', url: '/api/session', headers: { cookie: `session=${kept}` } })
  expectProblem(await ask(kept), { status: 401, kind: 'not-signed-in' })
  withstood('ended session')
})

test('a cookie with one sign changed, or without its signature, is nobody’s', async () => {
  const kept = decodeURIComponent(await signIn(victim))
  const [id = '', signature = ''] = kept.split('.')
  const changed = (text: string, at: number) =>
    `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`
  const spoiled = [
    id,
    `${id}.`,
    `.${signature}`,
    `${changed(id, 0)}.${signature}`,
    `${changed(id, id.length - 1)}.${signature}`,
    `${id}.${changed(signature, 0)}`,
    `${id}.${changed(signature, 20)}`,
    `${id}.${signature.toLowerCase()}`,
  ]
  for (const held of spoiled) {
    expect(held).not.toBe(kept)
    expect(await whoIs(encodeURIComponent(held)), held).toBeNull()
    expectProblem(await ask(encodeURIComponent(held)), { status: 401, kind: 'not-signed-in' })
    withstood('forged session')
  }
  expect(await whoIs(encodeURIComponent(kept))).not.toBeNull()
})

test('the session is taken from the cookie alone, whatever an address or another header says', async () => {
  const kept = await signIn(victim)
  const id = decodeURIComponent(kept).split('.')[0] ?? ''
  for (const headers of [{ authorization: `Bearer ${kept}` }, { 'x-session': kept }, { session: kept }]) {
    const answer = await app.send({ method: 'POST', url: '/api/patients/search', headers, payload: { filters: {} } })
    expectProblem(answer, { status: 401, kind: 'not-signed-in' })
    withstood('session elsewhere')
  }
  const answer = await app.send({ method: 'GET', url: `/api/session?session=${kept}` })
  expect(answer.body).not.toContain(id)
  expect(answer.body).not.toContain('"role":"oncologist"')
})
