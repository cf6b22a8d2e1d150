import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Send, type TestApp } from '../support/build-app.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { printAttacks, withstood } from './attack-count.ts'
import { type ContractOperation, operationsOfContract } from './contract-operations.ts'
import { expectHarmless } from './expect-harmless.ts'
import { written } from './fuzzed-requests.ts'
import { ordinaryRequests } from './ordinary-requests.ts'

const mebibyte = 1024 * 1024

let app: TestApp
const signedIn = new Map<string, Send>()
beforeAll(async () => {
  app = await openTestApp({ requestLimits: { perAccount: 1e9, perAddress: 1e9, elapsedMilliseconds: ticking() } })
})
afterAll(async () => {
  printAttacks()
  await app.close()
})

/** A second goes by with each look, so that no limit is met. */
function ticking(): () => number {
  let elapsed = 0
  return () => (elapsed += 1000)
}

async function send(operation: ContractOperation, payload: string) {
  const [role] = operation.roles
  const as = role === undefined ? app.send : (signedIn.get(role) ?? (await app.signInAs(role)))
  if (role !== undefined) signedIn.set(role, as)
  const [parts] = ordinaryRequests(operation, new Map(), 1)
  if (!parts) throw new Error('No request was made.')
  const request = written(operation, { ...parts, query: {} })
  return as({ ...request, payload })
}

const taking = operationsOfContract.filter(({ body }) => body !== null).map((each) => [each.operationId, each] as const)

test.each(taking)('%s refuses a body of one byte over 1 MiB and reads one of 1 MiB', async (operationId, operation) => {
  const text = (length: number) => `"${'a'.repeat(length - 2)}"`
  expectProblem(await send(operation, text(mebibyte + 1)), { status: 413, kind: 'too-large' })
  const answer = await send(operation, text(mebibyte))
  expect(answer.statusCode).toBe(400)
  expectHarmless(answer, operationId, '1 MiB')
  withstood('oversized body', 2)
})

const fill = (part: string, most = mebibyte) => part.repeat(Math.floor((most - 200) / part.length))

test.each(taking)('%s refuses bodies that are deep, wide or dense, and lives on', async (operationId, operation) => {
  const bodies = {
    'lists in lists': `${fill('[', mebibyte / 2)}${fill(']', mebibyte / 2)}`,
    'objects in objects': `${'{"a":'.repeat(150_000)}1${'}'.repeat(150_000)}`,
    'half a million numbers': `[${fill('1,')}1]`,
    'a hundred thousand fields': `{${Array.from({ length: 90_000 }, (_, index) => `"f${index}":0`).join(',')}}`,
    'one field a hundred thousand times': `{${fill('"kind":0,')}"kind":0}`,
    'a number of a million digits': fill('9'),
    'a million escapes': `"${fill('\\u0041')}"`,
  }
  for (const [what, payload] of Object.entries(bodies)) {
    const answer = await send(operation, payload)
    expect(answer.statusCode, what).toBe(400)
    expectHarmless(answer, operationId, what, payload)
    withstood('deep, wide or dense body')
  }
  expect((await app.send({ method: 'GET', url: '/api/health' })).statusCode).toBe(200)
})

test.each(taking)('%s lets nobody reach for the prototype of every object', async (operationId, operation) => {
  const [parts] = ordinaryRequests(operation, new Map(), 1)
  const fields = JSON.stringify(parts?.body ?? {}).slice(1, -1)
  const more = fields === '' ? '' : `,${fields}`
  const reaching = [
    `{"__proto__":{"polluted":true}${more}}`,
    `{"__proto__":null${more}}`,
    `{"constructor":{"prototype":{"polluted":true}}${more}}`,
    `{"\\u005f_proto__":{"polluted":true}${more}}`,
    `{"toString":"polluted","hasOwnProperty":1${more}}`,
    `{"a":{"__proto__":{"polluted":true}}${more}}`,
    `[{"__proto__":{"polluted":true}}]`,
  ]
  for (const payload of reaching) {
    const answer = await send(operation, payload)
    expect(answer.statusCode, payload.slice(0, 80)).toBe(400)
    expectHarmless(answer, operationId, payload.slice(0, 80), payload)
    expectNoPollution()
    withstood('prototype in a body')
  }
})

test.each(
  operationsOfContract.filter(({ method }) => method === 'GET').map((each) => [each.operationId, each] as const),
)('%s takes no prototype in its address', async (_, operation) => {
  const [role] = operation.roles
  const as = role === undefined ? app.send : (signedIn.get(role) ?? (await app.signInAs(role)))
  if (role !== undefined) signedIn.set(role, as)
  const [parts] = ordinaryRequests(operation, new Map(), 1)
  if (!parts) throw new Error('No request was made.')
  const { url = '' } = written(operation, { ...parts, query: {} })
  for (const query of [
    '__proto__=1',
    '__proto__[polluted]=1',
    'constructor[prototype][polluted]=1',
    'toString=1',
    '__proto__.polluted=1',
  ]) {
    const answer = await as({ method: 'GET', url: `${String(url)}?${query}` })
    expectProblem(answer, { status: 400, kind: 'invalid-request', remedy: /./ })
    expectNoPollution()
    withstood('prototype in an address')
  }
})

function expectNoPollution(): void {
  const fresh: Record<string, unknown> = {}
  expect(fresh.polluted).toBeUndefined()
  expect(Object.keys(Object.prototype)).toEqual([])
}
