import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import Fastify, { type LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compressPage } from '../../launcher/compress-page.mjs'
import { expectProblem } from '../../tests/support/expect-problem.ts'
import { registerPage } from './page.ts'
import { registerProblemDetails } from './problem-details.ts'

const app = Fastify({ genReqId: () => crypto.randomUUID() })
let folder: string
const largeScript = 'export const trial = 1\n'.repeat(500)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'page-'))
  mkdirSync(join(folder, 'dist/assets'), { recursive: true })
  writeFileSync(join(folder, 'dist/index.html'), '<!doctype html><title>The page</title>')
  writeFileSync(join(folder, 'dist/assets/main-abc123.js'), 'export {}')
  writeFileSync(join(folder, 'dist/assets/large-abc123.js'), largeScript)
  compressPage(join(folder, 'dist'))
  writeFileSync(join(folder, 'secret.txt'), 'not for anybody')
  registerProblemDetails(app)
  await registerPage(app, join(folder, 'dist'))
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

const ask = async (url: string, headers: Readonly<Record<string, string>> = {}): Promise<LightMyRequestResponse> =>
  app.inject({ method: 'GET', url, headers })

test.each(['/', '/patients', '/patients/5f0c1f9e-0000-4000-8000-000000000000', '/trials?text=sarcoma', '/set-up'])(
  'the address %s opens the page, which finds its own screen',
  async (url) => {
    const answer = await ask(url)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.body).toContain('The page')
    expect(answer.headers['cache-control']).toBe('no-cache')
  },
)

test('files named by their content are kept by the browser for good', async () => {
  const answer = await ask('/assets/main-abc123.js')
  expect(answer.body).toBe('export {}')
  expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
})

test.each([
  ['br', 'gzip, deflate, br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
])('a large file is sent as %s to a browser that takes %s', async (coding, accepted, decompress) => {
  const answer = await ask('/assets/large-abc123.js', { 'accept-encoding': accepted })
  expect(answer.headers['content-encoding']).toBe(coding)
  expect(answer.headers.vary).toBe('accept-encoding')
  expect(answer.headers['content-type']).toMatch(/^application\/javascript/)
  expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(answer.rawPayload.length).toBeLessThan(largeScript.length / 10)
  expect(decompress(answer.rawPayload).toString()).toBe(largeScript)
})

test('a file is sent as it is to whoever takes nothing else, and where it is too small to gain', async () => {
  const plain = await ask('/assets/large-abc123.js')
  expect(plain.body).toBe(largeScript)
  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(plain.headers.vary).toBe('accept-encoding')
  const small = await ask('/assets/main-abc123.js', { 'accept-encoding': 'br' })
  expect(small.body).toBe('export {}')
  expect(small.headers['content-encoding']).toBeUndefined()
})

test('an address of the API that does not exist is a problem, never the page', async () => {
  expectProblem(await ask('/api/patient'), { status: 404, kind: 'no-such-address', remedy: 'Check the address' })
})

test('a file of an earlier build is gone, and the page is not sent in its place', async () => {
  expectProblem(await ask('/assets/main-old999.js'), { status: 404, kind: 'no-such-address' })
})

test.each(['/../secret.txt', '/assets/../../secret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2fsecret.txt'])(
  'nothing outside the page can be read: %s',
  async (url) => {
    expect((await ask(url)).body).not.toContain('not for anybody')
  },
)
