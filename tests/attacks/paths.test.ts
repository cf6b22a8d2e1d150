import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../support/build-app.ts'
import { printAttacks, withstood } from './attack-count.ts'
import { insideTold } from './inside-told.ts'

let app: TestApp
let folder: string
let port: number

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'paths-'))
  mkdirSync(join(folder, 'dist/assets'), { recursive: true })
  mkdirSync(join(folder, 'dist-other'))
  writeFileSync(join(folder, 'dist/index.html'), '<!doctype html><title>The page</title>')
  writeFileSync(join(folder, 'dist/assets/main-abc123.js'), 'export {}')
  for (const name of ['secret.txt', 'dist-other/secret.txt']) writeFileSync(join(folder, name), 'not for anybody')
  app = await openTestApp({ demonstration: false, pageDirectory: join(folder, 'dist') })
  const listening: Promise<string> = app.app.listen({ host: '127.0.0.1', port: 0 })
  port = Number(new URL(await listening).port)
})
afterAll(async () => {
  printAttacks()
  await app.close()
  rmSync(folder, { recursive: true })
})

/** Through a socket of its own: a client would make the path straight before it is sent. */
async function askRaw(path: string): Promise<string> {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8')
  let received = ''
  socket.on('data', (chunk: string) => {
    received += chunk
  })
  socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`)
  await once(socket, 'close')
  return received
}

const ups = [
  '../',
  '..%2f',
  '%2e%2e/',
  '%2e%2e%2f',
  '..%5c',
  '..\\',
  '%252e%252e%252f',
  '..;/',
  '.%2e/',
  '..%c0%af',
  '%uff0e%uff0e/',
  '....//',
  '..%00/',
  './../',
]
const starts = ['/', '/assets/', '//', '/assets//', '/api/', '/./']
const ends = ['secret.txt', 'dist-other/secret.txt', 'etc/passwd', 'secret.txt%00.js', 'package.json']

test.each(starts)('nothing outside the built page can be read, from %s on', async (start) => {
  for (const up of ups) {
    for (const end of ends) {
      for (const times of [1, 2, 8]) {
        const path = `${start}${up.repeat(times)}${end}`
        const received = await askRaw(path)
        expect(received, path).toMatch(/^HTTP\/1\.1 (?:200|400|403|404|414) /)
        expect(received, path).not.toMatch(/not for anybody|root:.*:0:0:|"dependencies"/)
        const [, body = ''] = received.split('\r\n\r\n')
        expect(insideTold(body, path), path).toBeNull()
        withstood('path')
      }
    }
  }
})

test.each(['/.env', '/.git/config', '/assets/.htaccess', '/assets/', '/index.html~', '/assets/main-abc123.js.map/..'])(
  '%s is neither a hidden file nor the list of a folder',
  async (path) => {
    expect(await askRaw(path)).toMatch(/<title>The page<\/title>|urn:problem:/)
    withstood('path')
  },
)

test.each(['http://evil.example/api/health', '*', 'evil.example:443'])(
  'the address %s of a proxy request leads nowhere else',
  async (path) => {
    const received = await askRaw(path)
    expect(received).not.toMatch(/evil\.example/)
    expect(received).toMatch(/^HTTP\/1\.1 (?:200|400|404) /)
    withstood('path')
  },
)
