import { randomUUID } from 'node:crypto'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { openTestApp, type Send, type TestApp } from '../support/build-app.ts'
import { type ExpectedProblem, expectNothingOfTheInside, expectProblem } from '../support/expect-problem.ts'

type Schemas = components['schemas']

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
const trials = (query: string) => oncologist({ method: 'GET', url: `/api/trials?${query}` })

async function found(text: string): Promise<Schemas['PatientPage']> {
  const answer = await search({ filters: { text }, limit: 100 })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<Schemas['PatientPage']>()
}

describe('a body that does not fit the contract', () => {
  const refused: readonly [string, object, Omit<ExpectedProblem, 'status' | 'kind'>][] = [
    [
      'a number where text belongs',
      { filters: { text: 9990000018 } },
      { pointer: '/filters/text', message: 'must be string' },
    ],
    ['text where a number belongs', { filters: {}, limit: '50' }, { pointer: '/limit', message: 'must be integer' }],
    ['a number of rows beyond the most', { filters: {}, limit: 101 }, { pointer: '/limit', message: 'must be <= 100' }],
    ['no rows at all', { filters: {}, limit: 0 }, { pointer: '/limit', message: 'must be >= 1' }],
    [
      'one value where a list belongs',
      { filters: { missing: 'stage' } },
      { pointer: '/filters/missing', message: 'must be array' },
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
    ['empty text', { filters: { text: '' } }, { pointer: '/filters/text', message: 'fewer than 1' }],
    [
      'text beyond its length',
      { filters: { text: 'a'.repeat(101) } },
      { pointer: '/filters/text', message: 'more than 100' },
    ],
    [
      'the same choice twice',
      { filters: { missing: ['stage', 'stage'] } },
      { pointer: '/filters/missing', message: 'duplicate' },
    ],
    ['a list instead of an object', [1, 2], { pointer: '/', message: 'must be object' }],
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
      message: 'must be a email',
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
      { status: 400, kind: 'invalid-request', pointer: '/limit', message: 'must be integer' },
    ],
    [
      'a country by its name',
      'country=Britain',
      { status: 400, kind: 'invalid-request', pointer: '/country', message: 'must match pattern' },
    ],
    [
      'a cursor that is no identifier',
      'after=1%20or%201=1',
      { status: 400, kind: 'invalid-request', pointer: '/after', message: 'must be a uuid' },
    ],
    [
      'the same parameter twice',
      'text=sarcoma&text=thymoma',
      { status: 400, kind: 'invalid-request', pointer: '/text', message: 'must be string' },
    ],
    [
      'a cancer type in other letters',
      "cancerTypeId=';drop",
      { status: 400, kind: 'invalid-request', pointer: '/cancerTypeId', message: 'must match pattern' },
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
    expectProblem(answer, { status: 400, kind: 'invalid-request', pointer: '/if-match', message: 'must match pattern' })
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

describe('searching people by text that is odd', () => {
  test('a name in full-width letters finds the person', async () => {
    const name = (await found('a')).items[0]?.name.familyName ?? ''
    const fullWidth = [...name]
      .map((letter) => (/[!-~]/.test(letter) ? String.fromCodePoint(letter.charCodeAt(0) + 0xfee0) : letter))
      .join('')
    expect(fullWidth).not.toBe(name)
    expect((await found(fullWidth)).items.map((row) => row.name.familyName)).toContain(name)
  })

  test('an NHS number is found whole, with spaces and with hyphens; a malformed one is nobody’s', async () => {
    const patient = (await found('a')).items.find(({ nhsNumber }) => nhsNumber !== null)
    const number = patient?.nhsNumber ?? ''
    const spaced = `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`
    for (const typed of [number, spaced, spaced.replaceAll(' ', '-')]) {
      expect(
        (await found(typed)).items.map(({ patientId }) => patientId),
        typed,
      ).toEqual([patient?.patientId])
    }
    expect((await found('999 123 4567')).total).toEqual({ count: 0, isCapped: false })
    expect((await found('999 123 456')).total.count).toBe(0)
    expect((await found('99912345678901234567890')).total.count).toBe(0)
  })

  test.each([
    "'; drop table patient; --",
    "' or '1'='1",
    '%',
    '_',
    '\\',
    '%%%',
    '$1',
    '"',
    '{{text}}',
    '<script>',
    '😀',
    'ﬀ',
  ])('%s is text like any other', async (text) => {
    expect((await found(text)).total.count).toBe(0)
  })

  test.each([
    ['a null character', '"Smi\\u0000th"'],
    ['half a surrogate pair', '"Smi\\ud83dth"'],
  ])('%s is refused where it stands', async (_, text) => {
    expectProblem(await search(`{"filters":{"text":${text}}}`), {
      status: 400,
      kind: 'invalid-request',
      pointer: '/filters/text',
      message: 'has a character that is not text',
      remedy: 'Correct',
    })
    const signIn = `{"email":${text},"password":"x"}`
    const answer = await app.send({ method: 'POST', url: '/api/session', headers: json, payload: signIn })
    expectProblem(answer, { status: 400, kind: 'invalid-request', pointer: '/email' })
    const organisation = `{"code":"ZZ098","name":${text}}`
    const added = await administrator({
      method: 'POST',
      url: '/api/organisations',
      headers: json,
      payload: organisation,
    })
    expectProblem(added, { status: 400, kind: 'invalid-request', pointer: '/name' })
  })

  test('a null character in an address is refused', async () => {
    expectProblem(await trials('text=a%00b'), { status: 400, kind: 'invalid-request', pointer: '/text' })
  })

  test('the trial list takes odd text too', async () => {
    for (const text of ["'; drop table trial; --", '%', '_', '\\', '😀']) {
      const answer = await trials(`text=${encodeURIComponent(text)}`)
      expect(answer.json<Schemas['TrialPage']>().total.count, text).toBe(0)
    }
    expect((await trials('')).json<Schemas['TrialPage']>().total.count).toBeGreaterThan(0)
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
