import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type Send, type TestApp } from '../support/build-app.ts'
import { type ExpectedProblem, expectProblem } from '../support/expect-problem.ts'

let app: TestApp
let oncologist: Send

beforeAll(async () => {
  app = await openTestApp()
  oncologist = await app.signInAs('oncologist')
})
afterAll(() => app.close())

const key = () => ({ 'idempotency-key': randomUUID() })
const trials = (query: string) => oncologist({ method: 'GET', url: `/api/trials?${query}` })

describe('an address that does not fit the contract', () => {
  const refused: readonly [string, string, ExpectedProblem][] = [
    [
      'a parameter that nobody knows',
      'colour=blue',
      { status: 400, kind: 'invalid-request', pointer: 'colour', remedy: 'It knows text, cancerTypeId' },
    ],
    [
      'a number that is none',
      'limit=many',
      { status: 400, kind: 'invalid-request', pointer: '/limit', message: 'must be a whole number' },
    ],
    [
      'a country by its name',
      'country=Britain',
      { status: 400, kind: 'invalid-request', pointer: '/country', message: 'must be a country code' },
    ],
    [
      'a cursor that is no identifier',
      'after=1%20or%201=1',
      { status: 400, kind: 'invalid-request', pointer: '/after', message: 'must be a uuid' },
    ],
    [
      'the same parameter twice',
      'text=sarcoma&text=thymoma',
      { status: 400, kind: 'invalid-request', pointer: '/text', message: 'must be given once' },
    ],
    [
      'a cancer type in other letters',
      "cancerTypeId=';drop",
      {
        status: 400,
        kind: 'invalid-request',
        pointer: '/cancerTypeId',
        message: 'must be an identifier of a cancer type',
      },
    ],
  ]

  test.each(refused)('%s is refused', async (_, query, expected) => {
    expectProblem(await trials(query), expected)
  })

  test.each([
    'abc',
    '1',
    'null',
    randomUUID().slice(1),
    `urn:uuid:${randomUUID()}`,
    randomUUID().toUpperCase(),
    `{${randomUUID()}}`,
    '..%2f..%2fetc%2fpasswd',
    "1'%20or%20'1'='1",
    '%00',
    'a'.repeat(190),
  ])('the identifier %s names nobody', async (id) => {
    for (const url of [`/api/patients/${id}`, `/api/trials/${id}`, `/api/referrals/${id}`, `/api/recruitment/${id}`]) {
      const answer = await oncologist({ method: 'GET', url })
      expectProblem(answer, { status: 400, kind: 'invalid-request', message: 'must be a uuid', remedy: 'Correct' })
    }
  })

  test.each([
    ['half a percent sign', '/api/trials/%E0%A4%A', 400, 'broken-address'],
    ['an identifier of a thousand letters', `/api/trials/${'a'.repeat(1000)}`, 414, 'address-too-long'],
    ['an address that is none', '/api/nothing', 404, 'no-such-address'],
    ['a path out of the service', '/api/../../etc/passwd', 404, 'no-such-address'],
    ['an operation without its method', '/api/session/1', 404, 'no-such-address'],
  ])('%s', async (_, url, status, kind) => {
    expectProblem(await oncologist({ method: 'GET', url }), { status, kind, remedy: 'address' })
  })

  test('an identifier that fits and belongs to nobody is not found', async () => {
    for (const what of ['patients', 'trials', 'referrals', 'recruitment']) {
      const answer = await oncologist({ method: 'GET', url: `/api/${what}/${randomUUID()}` })
      expectProblem(answer, { status: 404, kind: 'not-found', remedy: 'Check the address' })
    }
  })

  test.each([
    ['without its quotation marks', '1'],
    ['with words', '"latest"'],
    ['with more digits than a version has', '"9999999999"'],
  ])('a version %s is refused', async (_, version) => {
    const answer = await oncologist({
      method: 'POST',
      url: `/api/referrals/${randomUUID()}/moves`,
      headers: { 'if-match': version, ...key() },
      payload: { to: 'received' },
    })
    expectProblem(answer, { status: 400, kind: 'invalid-request', pointer: '/if-match', message: 'must be an ETag' })
  })

  test('a sending without its key is refused', async () => {
    const payload = { patientId: randomUUID(), trialId: randomUUID() }
    expectProblem(await oncologist({ method: 'POST', url: '/api/referrals', payload }), {
      status: 400,
      kind: 'invalid-request',
      pointer: '/idempotency-key',
      message: 'is missing',
    })
  })
})

describe('a write that a page of another site sends', () => {
  const payload = { filters: {} }
  const from = (origin: string) =>
    oncologist({ method: 'POST', url: '/api/patients/search', headers: { origin }, payload })

  test.each(['https://evil.example', 'null', 'http://localhost:3001', 'http://localhost:3000.evil.example'])(
    'from %s is refused',
    async (origin) => {
      expectProblem(await from(origin), { status: 403, kind: 'not-allowed', detail: 'another site' })
    },
  )

  test('from the own page is answered', async () => {
    expect((await from('http://localhost:3000')).statusCode).toBe(200)
  })
})
