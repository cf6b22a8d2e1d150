import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { usualReceivingLimits } from '../../server/plugins/receiving-limits.ts'
import { openTestApp, type TestApp } from '../support/build-app.ts'

let app: TestApp
let port: number
const sockets: Socket[] = []

beforeAll(async () => {
  app = await openTestApp({
    demonstration: false,
    receivingLimits: { headersMilliseconds: 150, requestMilliseconds: 300, checkMilliseconds: 50 },
  })
  const listening: Promise<string> = app.app.listen({ host: '127.0.0.1', port: 0 })
  port = Number(new URL(await listening).port)
})
afterAll(async () => {
  for (const socket of sockets) socket.destroy()
  await app.close()
})

/** Sends some text and then nothing, until the other side ends the connection; what came back by then. */
async function sendAndWait(text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8')
  sockets.push(socket)
  let received = ''
  socket.on('data', (chunk: string) => {
    received += chunk
  })
  socket.write(text)
  await once(socket, 'close')
  return received
}

const expectProblem = (received: string, status: number, kind: string) => {
  expect(received).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  expect(received).toContain('content-type: application/problem+json')
  expect(received).toContain("content-security-policy: default-src 'none'")
  const [, body = ''] = received.split('\r\n\r\n')
  const requestId = /x-request-id: (\S+)/.exec(received)?.[1]
  expect(JSON.parse(body)).toMatchObject({ type: `urn:problem:${kind}`, status, remedy: expect.any(String), requestId })
}

const post = 'POST /api/session HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n'

test('somebody who never finishes the headers is told so and cut off', async () => {
  expectProblem(await sendAndWait('GET /api/health HTTP/1.1\r\nhost: localhost\r\nx-slow: '), 408, 'too-slow')
})

test('somebody who announces a body and never sends it is told so and cut off', async () => {
  expectProblem(await sendAndWait(`${post}content-length: 100\r\n\r\n{"email":`), 408, 'too-slow')
})

test('fifty of them do not keep anybody else waiting', async () => {
  const slow = Array.from({ length: 50 }, () => sendAndWait(`${post}content-length: 100\r\n\r\n{`))
  const answer = await fetch(`http://127.0.0.1:${port}/api/health`)
  expect(answer.status).toBe(200)
  for (const received of await Promise.all(slow)) expectProblem(received, 408, 'too-slow')
})

test('what is not HTTP, and headers beyond their size, are refused in the form of all problems', async () => {
  expectProblem(await sendAndWait('hello\r\n\r\n'), 400, 'not-http')
  expectProblem(
    await sendAndWait(`GET / HTTP/1.1\r\nhost: a\r\nx-large: ${'a'.repeat(20_000)}\r\n\r\n`),
    431,
    'headers-too-large',
  )
})

test('two lengths of one body, by which a request is smuggled past a proxy, are refused', async () => {
  const smuggled = `${post}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /api/home HTTP/1.1\r\n\r\n`
  expectProblem(await sendAndWait(smuggled), 400, 'not-http')
  expectProblem(await sendAndWait(`${post}content-length: 2\r\ncontent-length: 9\r\n\r\n{}`), 400, 'not-http')
})

test('the product waits ten seconds for headers and thirty for a whole request', () => {
  expect(usualReceivingLimits).toMatchObject({ headersMilliseconds: 10_000, requestMilliseconds: 30_000 })
})
