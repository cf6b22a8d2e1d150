import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../tests/support/build-app.ts'

let app: TestApp
let secureApp: TestApp
let folder: string
const logged: string[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'secure-headers-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>The page</title>')
  writeFileSync(join(folder, 'assets/main-abc123.js'), 'export {}')
  const parts = { demonstration: false, pageDirectory: folder, logTo: (line: string) => logged.push(line) }
  app = await openTestApp(parts)
  secureApp = await openTestApp({ ...parts, publicOrigin: 'https://trials.example.nhs.uk' })
})
afterAll(async () => {
  await app.close()
  await secureApp.close()
  rmSync(folder, { recursive: true })
})

const kinds: readonly [string, InjectOptions, number][] = [
  ['the page', { method: 'GET', url: '/patients' }, 200],
  ['a file of the page', { method: 'GET', url: '/assets/main-abc123.js' }, 200],
  ['a file that is not there', { method: 'GET', url: '/assets/gone.js' }, 404],
  ['an answer of the API', { method: 'GET', url: '/api/health' }, 200],
  ['an answer without a body', { method: 'DELETE', url: '/api/session' }, 204],
  ['only the headers', { method: 'HEAD', url: '/api/health' }, 200],
  ['a stranger refused', { method: 'GET', url: '/api/home' }, 401],
  [
    'a foreign page refused',
    { method: 'DELETE', url: '/api/session', headers: { origin: 'https://evil.example' } },
    403,
  ],
  ['an address that does not exist', { method: 'GET', url: '/api/nothing' }, 404],
  ['a method that does not exist', { method: 'PATCH', url: '/api/session' }, 404],
  ['a body that cannot be read', { method: 'POST', url: '/api/session', payload: '{', headers: json() }, 400],
  ['a body of another kind', { method: 'POST', url: '/api/session', payload: 'a', headers: json('text/plain') }, 415],
  [
    'a body over 1 MiB',
    { method: 'POST', url: '/api/session', payload: `"${'a'.repeat(2 ** 20)}"`, headers: json() },
    413,
  ],
  ['a broken address', { method: 'GET', url: '/api/trials/%E0%A4%A' }, 400],
  ['an address that is too long', { method: 'GET', url: `/api/trials/${'a'.repeat(1000)}` }, 404],
]

function json(kind = 'application/json'): Readonly<Record<string, string>> {
  return { 'content-type': kind }
}

test.each(kinds)('%s carries the secure headers', async (_, request, status) => {
  const answer = await app.send(request)
  expect(answer.statusCode, answer.body.slice(0, 200)).toBe(status)
  expect(answer.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'x-permitted-cross-domain-policies': 'none',
    'permissions-policy': expect.stringContaining('camera=(), '),
  })
  const policy = policyOf(answer)
  expect(policy.get('default-src')).toBe("'none'")
  for (const name of ['base-uri', 'frame-ancestors']) expect(policy.get(name), name).toBe("'none'")
  expect([...policy.values()].join(' ')).not.toMatch(/unsafe|\*|https?:|blob:/)
  for (const name of ['x-powered-by', 'server', 'access-control-allow-origin', 'strict-transport-security']) {
    expect(answer.headers[name], name).toBeUndefined()
  }
})

test.each(kinds)('%s carries a number of its own, as the log has it', async (_, request) => {
  const numbers = [await app.send(request), await app.send(request)].map(({ headers }) =>
    String(headers['x-request-id']),
  )
  expect(new Set(numbers).size).toBe(2)
  for (const number of numbers) {
    expect(number).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    expect(logged.filter((line) => JSON.parse(line).reqId === number)).not.toEqual([])
  }
})

test.each(kinds.filter(([, , status]) => status >= 400))(
  'the problem of %s tells the same number',
  async (_, request) => {
    const { headers, body } = await app.send(request)
    expect(JSON.parse(body).requestId).toBe(headers['x-request-id'])
  },
)

test('a number that a sender makes up is not taken over', async () => {
  const answer = await app.send({
    method: 'GET',
    url: '/api/health',
    headers: { 'request-id': 'mine', 'x-request-id': 'mine' },
  })
  expect(answer.headers['x-request-id']).not.toBe('mine')
})

describe('behind HTTPS', () => {
  test('browsers are told to use nothing else for a year', async () => {
    for (const url of ['/', '/api/health', '/api/nothing']) {
      const answer = await secureApp.send({ method: 'GET', url })
      expect(answer.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
      expect(policyOf(answer).has('upgrade-insecure-requests')).toBe(true)
    }
  })
})

test('the page loads scripts, styles, fonts and data of its own origin alone', async () => {
  const policy = policyOf(await app.send({ method: 'GET', url: '/' }))
  for (const name of ['script-src', 'style-src', 'font-src', 'connect-src', 'form-action']) {
    expect(policy.get(name), name).toBe("'self'")
  }
})

function policyOf({ headers }: LightMyRequestResponse): ReadonlyMap<string, string> {
  const parts = String(headers['content-security-policy']).split(';')
  return new Map(
    parts.map((part) => {
      const [name = '', ...values] = part.trim().split(' ')
      return [name, values.join(' ')]
    }),
  )
}
