import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { Problem } from './problem.ts'
import { headersOfEarlyAnswers } from './secure-headers.ts'

/** How long a sender may take, so that many slow ones cannot hold every connection. */
export interface ReceivingLimits {
  /** For the headers, from the first byte. */
  readonly headersMilliseconds: number
  /** For the whole request with its body; answering is not counted. */
  readonly requestMilliseconds: number
  /** How often the connections are looked through for slow ones. */
  readonly checkMilliseconds: number
}

/** A body of the largest size takes eight seconds at one megabit a second. */
export const usualReceivingLimits: ReceivingLimits = {
  headersMilliseconds: 10_000,
  requestMilliseconds: 30_000,
  checkMilliseconds: 5_000,
}

/** The limits as the HTTP server takes them; unless told, it waits for a body for ever. */
export function serverOptions({ headersMilliseconds, requestMilliseconds, checkMilliseconds }: ReceivingLimits) {
  return {
    requestTimeout: requestMilliseconds,
    http: { headersTimeout: headersMilliseconds, connectionsCheckingInterval: checkMilliseconds },
  }
}

/** Answers what never became a request, in the form of all other refusals, and ends the connection. */
export function answerUnreadable(
  this: FastifyInstance,
  error: Error & { readonly code?: string },
  socket: Socket,
): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const problem = problemByCode[error.code ?? ''] ?? unreadable
  const requestId = crypto.randomUUID()
  this.log.debug({ err: error, reqId: requestId }, 'a request could not be read')
  if (!socket.writable) {
    socket.destroy(error)
    return
  }
  const body = JSON.stringify(problem.toBody(requestId))
  const headers = {
    ...headersOfEarlyAnswers,
    'x-request-id': requestId,
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\n${lines.join('')}\r\n${body}`)
}

const unreadable = new Problem(
  400,
  'not-http',
  'The request cannot be read',
  'What was sent is not HTTP.',
  'Send an HTTP request, or check what is between here and there.',
)

const problemByCode: Readonly<Record<string, Problem>> = {
  ERR_HTTP_REQUEST_TIMEOUT: new Problem(
    408,
    'too-slow',
    'The request took too long',
    'The whole request did not arrive in time.',
    'Check the connection and send it again.',
  ),
  HPE_HEADER_OVERFLOW: new Problem(
    431,
    'headers-too-large',
    'The headers are too large',
    'The headers of the request are over 16 KiB.',
    'Remove cookies of this site and send it again.',
  ),
}
