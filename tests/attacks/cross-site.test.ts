import { afterAll, beforeAll, expect, test } from 'vitest'
import { demonstrationPassword } from '../../mocks/data/accounts/demonstration-accounts.ts'
import { openTestApp, type Send, type TestApp } from '../support/build-app.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { printAttacks, withstood } from './attack-count.ts'
import { type ContractOperation, operationsOfContract } from './contract-operations.ts'
import { written } from './fuzzed-requests.ts'
import { ordinaryRequests } from './ordinary-requests.ts'

let app: TestApp
const signedIn = new Map<string, Send>()

/** Somebody who may do it, where not everybody may. */
async function senderOf({ roles: [role] }: ContractOperation): Promise<Send> {
  if (role === undefined) return app.send
  const send = signedIn.get(role) ?? (await app.signInAs(role))
  signedIn.set(role, send)
  return send
}

beforeAll(async () => {
  app = await openTestApp()
})
afterAll(async () => {
  printAttacks()
  await app.close()
})

const foreign = [
  'https://evil.example',
  'null',
  'http://localhost:3000.evil.example',
  'http://localhost:3001',
  'https://localhost:3000',
  'http://LOCALHOST:3000.',
  'file://',
]

const writing = operationsOfContract.filter(({ method }) => method !== 'GET')
const reading = operationsOfContract.filter(({ method }) => method === 'GET')
const named = (operations: readonly ContractOperation[]) => operations.map((each) => [each.operationId, each] as const)
const requestOf = (operation: ContractOperation) => {
  const [parts] = ordinaryRequests(operation, new Map(), 1)
  if (!parts) throw new Error('No request was made.')
  return written(operation, parts)
}

test.each(named(writing))('%s is refused from a page of another site', async (_, operation) => {
  const send = await senderOf(operation)
  const request = requestOf(operation)
  for (const origin of foreign) {
    const answer = await send({ ...request, headers: { ...request.headers, origin } })
    expectProblem(answer, { status: 403, kind: 'not-allowed', detail: 'another site' })
    withstood('write from another site')
  }
})

test.each(named(reading))('%s gives no other site leave to read the answer', async (_, operation) => {
  const request = requestOf(operation)
  for (const origin of foreign) {
    const { headers } = await app.send({ ...request, headers: { ...request.headers, origin } })
    for (const name of ['access-control-allow-origin', 'access-control-allow-credentials']) {
      expect(headers[name]).toBeUndefined()
    }
    expect(headers['cross-origin-resource-policy']).toBe('same-origin')
    withstood('read from another site')
  }
})

test.each(named(writing))('%s is not to be asked about beforehand by another site', async (_, operation) => {
  const headers = { origin: 'https://evil.example', 'access-control-request-method': operation.method }
  const answer = await app.send({ method: 'OPTIONS', url: requestOf(operation).url ?? '', headers })
  expect(answer.statusCode).toBe(404)
  expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  withstood('preflight')
})

test.each(named(writing.filter(({ body }) => body !== null)))(
  '%s does not take what a form of another site can send',
  async (_, operation) => {
    const send = await senderOf(operation)
    const request = requestOf(operation)
    for (const kind of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const answer = await send({ ...request, headers: { ...request.headers, 'content-type': kind } })
      expectProblem(answer, { status: 415, kind: 'not-json' })
      withstood('form of another site')
    }
  },
)

test('the cookie stays with requests of the own site, out of scripts and, behind HTTPS, off open connections', async () => {
  const publicOrigin = 'https://trials.example.nhs.uk'
  const secure = await openTestApp({ publicOrigin, trustedProxies: ['127.0.0.1'] })
  const payload = { email: 'nurse@zz001.example', password: demonstrationPassword }
  const signIn = { method: 'POST', url: '/api/session', payload } as const
  const [open] = (await app.send(signIn)).cookies
  expect(open).toMatchObject({ name: 'session', httpOnly: true, sameSite: 'Lax', path: '/' })
  const [kept] = (await secure.send({ ...signIn, headers: { 'x-forwarded-proto': 'https' } })).cookies
  expect(kept).toMatchObject({ name: '__Host-session', httpOnly: true, sameSite: 'Lax', path: '/', secure: true })
  expect(kept).not.toHaveProperty('domain')
  await secure.close()
})
