import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import type { Role } from '#domain/access/role.ts'
import { demonstrationAccounts, demonstrationPassword } from '../../mocks/data/accounts/demonstration-accounts.ts'
import { buildApp } from '../../server/app.ts'
import type { Clock } from '../../server/clock.ts'
import { type ReceivingLimits, usualReceivingLimits } from '../../server/plugins/receiving-limits.ts'
import type { RequestLimits } from '../../server/plugins/request-limits.ts'
import type { SingleSignOnConfig } from '../../server/single-sign-on-config.ts'
import { openTestDatabase, type TestDatabase } from './database-template.ts'
import { demonstrationSeed, testInstant } from './demonstration-seed.ts'

/** Sends requests as one signed-in person. */
export type Send = (request: InjectOptions) => Promise<LightMyRequestResponse>

export interface TestApp {
  readonly app: FastifyInstance
  readonly database: TestDatabase
  /** Sends as nobody. */
  readonly send: Send
  /** Signs in the demonstration account with this role, at the organisation with this code ("ZZ001" unless given). */
  signInAs(role: Role, organisationCode?: string): Promise<Send>
  close(): Promise<void>
}

/**
 * The real application on a database of the test's own, with the demonstration in it, on a fixed day. Every answer is
 * compared with the contract. `demonstration: false` leaves the database migrated and empty.
 */
export async function openTestApp({
  demonstration = true,
  now = testInstant,
  clock = { now: () => now },
  checksAnswers = true,
  database: given,
  publicOrigin = 'http://localhost:3000',
  trustedProxies = [],
  requestLimits = {},
  receivingLimits = usualReceivingLimits,
  pageDirectory = null,
  logTo = null,
  demandsSecondFactor = false,
  singleSignOn = null,
}: {
  readonly demonstration?: boolean
  /** The instant at which the clock stands still. The demonstration is always of the same day. */
  readonly now?: Date
  /** In place of that, a clock that the test moves. */
  readonly clock?: Clock
  /** Off where the time of an answer is measured: the product itself does not compare what it sends. */
  readonly checksAnswers?: boolean
  /** In place of one of its own: already migrated and filled, and closed with the application. */
  readonly database?: TestDatabase
  readonly publicOrigin?: string
  readonly trustedProxies?: readonly string[]
  /** What differs from the limits that the product has unless told otherwise. */
  readonly requestLimits?: Partial<RequestLimits>
  readonly receivingLimits?: ReceivingLimits
  /** A built page, for tests of what is served beside the API. */
  readonly pageDirectory?: string | null
  /** Where each line of the log goes; null keeps none. */
  readonly logTo?: ((line: string) => void) | null
  readonly demandsSecondFactor?: boolean
  readonly singleSignOn?: SingleSignOnConfig | null
} = {}): Promise<TestApp> {
  const database = given ?? (await openTestDatabase({ seed: demonstration ? demonstrationSeed() : null }))
  const app = await buildApp({
    database,
    clock,
    sessionSecret: 'a secret for tests only, which is long enough to sign with',
    secondFactor: { keyOf: () => Buffer.alloc(32, 7), isDemanded: demandsSecondFactor },
    publicOrigin,
    trustedProxies,
    requestLimits: {
      perAccount: 600,
      perAddress: 6_000,
      elapsedMilliseconds: () => performance.now(),
      ...requestLimits,
    },
    receivingLimits,
    singleSignOn,
    logLevel: logTo === null ? 'silent' : 'info',
    ...(logTo === null ? {} : { logTo }),
    pageDirectory,
    checksAnswers,
  })
  const send: Send = (request) => app.inject(request)
  return {
    app,
    database,
    send,
    async signInAs(role, organisationCode = 'ZZ001') {
      const account = demonstrationAccounts.find(
        ({ email, role: held }) =>
          held === role && (email.endsWith(`@${organisationCode.toLowerCase()}.example`) || role === 'national-lead'),
      )
      if (!account) throw new RangeError(`No demonstration account has the role ${role} at ${organisationCode}.`)
      const signedIn = await send({
        method: 'POST',
        url: '/api/session',
        payload: { email: account.email, password: demonstrationPassword },
      })
      if (signedIn.statusCode !== 200) throw new Error(`Signing in failed: ${signedIn.body}`)
      const cookies = Object.fromEntries(signedIn.cookies.map(({ name, value }) => [name, value]))
      return (request) => send({ ...request, cookies: { ...cookies, ...request.cookies } })
    },
    async close() {
      await app.close()
      await database.close()
    },
  }
}
