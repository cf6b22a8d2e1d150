import { createHash } from 'node:crypto'
import cookie from '@fastify/cookie'
import session from '@fastify/session'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { absoluteMilliseconds, backgroundHeader } from '#domain/access/session-limits.ts'
import type { Clock } from '../clock.ts'
import { rememberDevices } from './known-device.ts'
import type { Caller } from './operation.ts'

declare module 'fastify' {
  interface Session {
    accountId?: string
    /** What it was opened with, in words for its owner. */
    device?: string
    /** The password was right and a code is to follow. Of such a session there is no `accountId`, so it opens nothing. */
    awaitsCode?: AwaitedCode
    /** Signed in, and may do nothing but set up the second factor that the installation demands. */
    mustSetUpSecondFactor?: boolean
    /** Whose session it is, as the account stands at this request: read with the session, never stored in it. */
    caller?: Caller | null
    /** When it began and was last used before this request: read with the session, never stored in it. */
    opened?: OpenedSession
  }
  interface FastifyInstance {
    /** Whether people reach the service by HTTPS only, as its public address says. */
    hasSecureCookies: boolean
  }
  interface FastifyRequest {
    /** When the session of this request was last used, this request included; null where there is none. */
    sessionUsedAt: Date | null
  }
}

/** Whose code is awaited on this browser, for which password, and until when in milliseconds since 1970. */
export interface AwaitedCode {
  readonly accountId: string
  readonly email: string
  readonly password: string
  readonly until: number
}

export interface OpenedSession {
  /** Tells the session apart to its owner. It opens nothing. */
  readonly sessionId: string
  readonly beganAt: Date
  readonly lastUsedAt: Date
}

export interface StoredSession extends OpenedSession {
  readonly data: Record<string, unknown>
  /** Null for a session of nobody, or of an account that is closed. */
  readonly caller: Caller | null
}

/** Where session rows live. The identifier is never stored, only its SHA-256, so a stolen table opens no session. */
export interface SessionRows {
  /** Null also for one whose idle or absolute limit is reached. */
  read(sessionHash: string, now: Date): Promise<StoredSession | null>
  /** A row that is not there yet begins now; of one that is, neither limit moves. */
  write(sessionHash: string, data: object, accountId: string | null, now: Date): Promise<void>
  use(sessionHash: string, now: Date): Promise<void>
  remove(sessionHash: string): Promise<void>
}

export interface SessionOptions {
  readonly secret: string
  readonly isSecure: boolean
  readonly rows: SessionRows
  readonly clock: Clock
}

/** A session is written as used at most this often, in milliseconds: its limit may come so much early, and never late. */
const useMilliseconds = 5000

/** Server-side sessions behind a cookie that scripts cannot read and other sites cannot send with a form. */
export async function registerSessions(
  app: FastifyInstance,
  { secret, isSecure, rows, clock }: SessionOptions,
): Promise<void> {
  await app.register(cookie, { secret })
  app.decorate('hasSecureCookies', isSecure)
  await app.register(session, {
    secret,
    cookieName: isSecure ? '__Host-session' : 'session',
    cookie: { httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/', maxAge: absoluteMilliseconds },
    saveUninitialized: false,
    rolling: false,
    store: {
      get: (id, callback) => {
        rows
          .read(hashOf(id), clock.now())
          .then((row) => callback(null, row && ({ ...row.data, caller: row.caller, opened: row } as never)), callback)
      },
      set: (id, { caller: _, opened: __, ...data }, callback) => {
        rows.write(hashOf(id), data, data.accountId ?? null, clock.now()).then(() => callback(), callback)
      },
      destroy: (id, callback) => {
        rows.remove(hashOf(id)).then(() => callback(), callback)
      },
    },
  })
  rememberDevices(app)
  app.decorateRequest('sessionUsedAt', null)
  app.addHook('onRequest', (request) => noteUse(request, rows, clock.now()))
}

/** Whatever a person asks for moves the idle limit; what the page asks for by itself does not. */
async function noteUse(request: FastifyRequest, rows: SessionRows, now: Date): Promise<void> {
  const { caller, opened } = request.session
  if (!caller || !opened) return
  const isUse = request.headers[backgroundHeader] === undefined
  const isNews = now.getTime() - opened.lastUsedAt.getTime() >= useMilliseconds
  request.sessionUsedAt = isUse && isNews ? now : opened.lastUsedAt
  if (isUse && isNews) await rows.use(hashOf(request.session.sessionId), now)
}

function hashOf(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex')
}
