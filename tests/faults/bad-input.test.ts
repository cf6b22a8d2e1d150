import { randomUUID } from 'node:crypto'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type Send, type TestApp } from '../support/build-app.ts'
import { type ExpectedProblem, expectNothingOfTheInside, expectProblem } from '../support/expect-problem.ts'

let app: TestApp
let oncologist: Send
let administrator: Send

beforeAll(async () => {
  app = await openTestApp()
  oncologist = await app.signInAs('oncologist')
  administrator = await app.signInAs('administrator')
})
afterAll(() => app.close())

const json = { 'content-type': 'application/json' }
const key = () => ({ 'idempotency-key': randomUUID() })
const search = (payload: object | string) =>
  oncologist({ method: 'POST', url: '/api/patients/search', headers: json, payload })

describe('a body that does not fit the contract', () => {
  const refused: readonly [string, object, Omit<ExpectedProblem, 'status' | 'kind'>][] = [
    [
      'a number where text belongs',
      { filters: { text: 9990000018 } },
      { pointer: '/filters/text', message: 'must be text' },
    ],
    [
      'text where a number belongs',
      { filters: {}, limit: '50' },
      { pointer: '/limit', message: 'must be a whole number' },
    ],
    [
      'a number of rows beyond the most',
      { filters: {}, limit: 101 },
      { pointer: '/limit', message: 'must be at most 100' },
    ],
    ['no rows at all', { filters: {}, limit: 0 }, { pointer: '/limit', message: 'must be at least 1' }],
    [
      'one value where a list belongs',
      { filters: { missing: 'stage' } },
      { pointer: '/filters/missing', message: 'must be a list' },
    ],
    [
      'a word that is none of the choices',
      { filters: {}, sort: 'nhsNumber' },
      { pointer: '/sort', message: '"bornOn"' },
    ],
    [
      'a field that nobody knows',
      { filters: {}, colour: 'blue' },
      { pointer: '/colour', message: 'is not a field of this request' },
    ],
    [
      'a misspelt filter',
      { filters: { txt: 'Smith' } },
      { pointer: '/filters/txt', message: 'is not a field of this request' },
    ],
    ['a missing part', {}, { pointer: '/filters', message: 'is missing' }],
    ['empty text', { filters: { text: '' } }, { pointer: '/filters/text', message: 'must not be empty' }],
    [
      'text beyond its length',
      { filters: { text: 'a'.repeat(101) } },
      { pointer: '/filters/text', message: 'at most 100 characters' },
    ],
    [
      'the same choice twice',
      { filters: { missing: ['stage', 'stage'] } },
      { pointer: '/filters/missing', message: 'same item twice' },
    ],
    ['a list instead of an object', [1, 2], { pointer: '/', message: 'must be an object' }],
    [
      'a page that begins after no identifier',
      { filters: {}, after: '7' },
      { pointer: '/after', message: 'must be a uuid' },
    ],
  ]

  test.each(refused)('%s is refused at its place, and what to do is said', async (_, payload, place) => {
    expectProblem(await search(payload), {
      status: 400,
      kind: 'invalid-request',
      remedy: 'Correct what is listed and send it again. Nothing was changed.',
      ...place,
    })
  })

  test('a value is not repeated, because it may name a person', async () => {
    expect((await search({ filters: {}, sort: 'Okonjo' })).body).not.toContain('Okonjo')
  })

  test.each([
    ['a day that no month has', '2026-02-30'],
    ['a date written in another order', '15/06/2026'],
    ['an instant', '2026-06-15T08:00:00Z'],
  ])('%s is no day of agreement', async (_, agreedOn) => {
    const answer = await oncologist({
      method: 'POST',
      url: `/api/referrals/${randomUUID()}/send`,
      headers: { 'if-match': '"1"', ...key() },
      payload: { siteId: randomUUID(), withheldItemIds: [], message: '', agreement: { agreedOn, how: 'in-person' } },
    })
    expectProblem(answer, {
      status: 400,
      kind: 'invalid-request',
      pointer: '/agreement/agreedOn',
      message: 'must be a date as YYYY-MM-DD',
    })
  })

  test('an email address without a domain makes no account', async () => {
    const payload = { name: 'A', email: 'a', role: 'administrator', organisationId: null, password: 'twelve letters' }
    expectProblem(await administrator({ method: 'POST', url: '/api/accounts', payload }), {
      status: 400,
      kind: 'invalid-request',
      pointer: '/email',
      message: 'must be an email address',
    })
  })
})

describe('a body that cannot be read', () => {
  test('broken JSON', async () => {
    expectProblem(await search('{"filters": {"text": "Smith"'), {
      status: 400,
      kind: 'broken-json',
      remedy: 'missing bracket, comma or quotation mark',
    })
  })

  test('an empty body', async () => {
    expectProblem(await search(''), { status: 400, kind: 'no-body', remedy: 'Send the body' })
  })

  test('no body and no type', async () => {
    expectProblem(await oncologist({ method: 'POST', url: '/api/patients/search' }), {
      status: 400,
      kind: 'no-body',
      remedy: 'Send the body',
    })
  })

  test.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'application/problem+json'])(
    'a body of the kind %s',
    async (kind) => {
      const headers = { 'content-type': kind }
      expectProblem(await oncologist({ method: 'POST', url: '/api/patients/search', headers, payload: 'filters=' }), {
        status: 415,
        kind: 'not-json',
        remedy: 'application/json',
      })
    },
  )

  test('a body over 1 MiB', async () => {
    expectProblem(await search({ filters: { text: 'a'.repeat(1024 * 1024) } }), {
      status: 413,
      kind: 'too-large',
      detail: '1 MiB',
      remedy: 'Send less',
    })
  })

  test.each([
    ['lists', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['objects in a filter', `{"filters":{"text":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}}`],
    ['lists in a filter', `{"filters":{"missing":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`],
  ])('a hundred thousand levels of %s', async (_, payload) => {
    expectProblem(await search(payload), { status: 400, kind: 'invalid-request' })
    expect((await app.send({ method: 'GET', url: '/api/health' })).statusCode).toBe(200)
  })

  test('a body that reaches for the prototype of every object', async () => {
    expectProblem(await search('{"filters":{},"__proto__":{"isAdministrator":true}}'), {
      status: 400,
      kind: 'broken-json',
    })
  })
})

test('whatever method and address, nobody gets a stack trace or a failure of the service', async () => {
  const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const
  const addresses = [
    '/api',
    '/api/',
    '/api/patients',
    '/api/patients/search',
    '/api/session',
    '/api//',
    '/api/%2e%2e',
    '/x',
  ]
  const bodies: readonly InjectOptions[] = [{}, { payload: '[]', headers: json }, { payload: 'null', headers: json }]
  for (const method of methods) {
    for (const url of addresses) {
      for (const body of bodies) {
        const answer = await oncologist({ method, url, ...body })
        expect(answer.statusCode, `${method} ${url} ${answer.body}`).toBeLessThan(500)
        expectNothingOfTheInside(answer)
      }
      if (method === 'DELETE' && url === '/api/session') oncologist = await app.signInAs('oncologist')
    }
  }
})
