import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectProblem } from '../../tests/support/expect-problem.ts'
import { registerPage } from './page.ts'
import { registerProblemDetails } from './problem-details.ts'

const app = Fastify({ genReqId: () => crypto.randomUUID() })
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'page-'))
  mkdirSync(join(folder, 'dist/assets'), { recursive: true })
  writeFileSync(join(folder, 'dist/index.html'), '<!doctype html><title>The page</title>')
  writeFileSync(join(folder, 'dist/assets/main-abc123.js'), 'export {}')
  writeFileSync(join(folder, 'secret.txt'), 'not for anybody')
  registerProblemDetails(app)
  await registerPage(app, join(folder, 'dist'))
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

const ask = async (url: string): Promise<LightMyRequestResponse> => app.inject({ method: 'GET', url })

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

test('an address of the API that does not exist is a problem, never the page', async () => {
  expectProblem(await ask('/api/patient'), { status: 404, kind: 'no-such-address', remedy: 'Check the address' })
})

test.each(['/../secret.txt', '/assets/../../secret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2fsecret.txt'])(
  'nothing outside the page can be read: %s',
  async (url) => {
    expect((await ask(url)).body).not.toContain('not for anybody')
  },
)
