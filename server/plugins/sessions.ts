import { createHash } from 'node:crypto'
import cookie from '@fastify/cookie'
import session from '@fastify/session'
import type { FastifyInstance } from 'fastify'
import type { Caller } from './operation.ts'

declare module 'fastify' {
  interface Session {
    accountId?: string
    /** Whose session it is, as the account stands at this request: read with the session, never stored in it. */
    caller?: Caller | null
  }
}

/** Twelve hours: a working day with its handovers, after which everybody signs in again. */
const sessionMilliseconds = 12 * 60 * 60 * 1000

export interface StoredSession {
  readonly data: Record<string, unknown>
  /** Null for a session of nobody, or of an account that is closed. */
  readonly caller: Caller | null
}

/** Where session rows live. The identifier is never stored, only its SHA-256, so a stolen table opens no session. */
export interface SessionRows {
  read(sessionHash: string): Promise<StoredSession | null>
  write(sessionHash: string, data: object, accountId: string | null, expiresAt: Date): Promise<void>
  remove(sessionHash: string): Promise<void>
}

export interface SessionOptions {
  readonly secret: string
  readonly isSecure: boolean
  readonly rows: SessionRows
}

/** Server-side sessions behind a cookie that scripts cannot read and other sites cannot send with a form. */
export async function registerSessions(
  app: FastifyInstance,
  { secret, isSecure, rows }: SessionOptions,
): Promise<void> {
  await app.register(cookie)
  await app.register(session, {
    secret,
    cookieName: isSecure ? '__Host-session' : 'session',
    cookie: { httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/', maxAge: sessionMilliseconds },
    saveUninitialized: false,
    rolling: false,
    store: {
      get: (id, callback) => {
        rows
          .read(hashOf(id))
          .then((row) => callback(null, row && ({ ...row.data, caller: row.caller } as never)), callback)
      },
      set: (id, { caller: _, ...data }, callback) => {
        const expiresAt = new Date(data.cookie.expires ?? Date.now() + sessionMilliseconds)
        rows.write(hashOf(id), data, data.accountId ?? null, expiresAt).then(() => callback(), callback)
      },
      destroy: (id, callback) => {
        rows.remove(hashOf(id)).then(() => callback(), callback)
      },
    },
  })
}

function hashOf(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex')
}
