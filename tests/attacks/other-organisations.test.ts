import { randomUUID } from 'node:crypto'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { DefaultQueryExecutor } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Role } from '#domain/access/role.ts'
import { openTestApp, type Send, type TestApp } from '../support/build-app.ts'
import { printAttacks, withstood } from './attack-count.ts'
import { type ContractOperation, operationsOfContract } from './contract-operations.ts'
import { written } from './fuzzed-requests.ts'
import { ordinaryRequests, withValueAt } from './ordinary-requests.ts'
import type { KnownValues } from './schema-values.ts'

const guessesEach = 4

let app: TestApp
let known: KnownValues
/** Identifiers of another organisation's records, by the name of the parameter or field. */
const theirs = new Map<string, readonly string[]>()
const signedIn = new Map<Role, Send>()

beforeAll(async () => {
  app = await openTestApp()
  const { db } = app.database
  const { organisation_id: own } = await db
    .selectFrom('organisation')
    .select('organisation_id')
    .where('code', '=', 'ZZ001')
    .executeTakeFirstOrThrow()
  const patients = await db
    .selectFrom('patient')
    .select('patient_id')
    .where('organisation_id', '<>', own)
    .orderBy('patient_id')
    .limit(guessesEach)
    .execute()
  const referrals = await db
    .selectFrom('referral')
    .select('referral_id')
    .where('from_organisation_id', '<>', own)
    .where((is) => is.or([is('to_organisation_id', 'is', null), is('to_organisation_id', '<>', own)]))
    .orderBy('referral_id')
    .limit(guessesEach)
    .execute()
  theirs.set(
    'patientId',
    patients.map((row) => row.patient_id),
  )
  theirs.set(
    'referralId',
    referrals.map((row) => row.referral_id),
  )
  const trial = await db
    .selectFrom('trial')
    .select('trial_id')
    .where('criteria_encoded', '>', 0)
    .executeTakeFirstOrThrow()
  known = new Map([['trialId', [trial.trial_id]]])
})
afterAll(async () => {
  printAttacks()
  await app.close()
})

/** Each operation with where it takes the identifier of a patient or a referral, and each role that may call it. */
const guesses = operationsOfContract.flatMap((operation) =>
  ['patientId', 'referralId'].flatMap((name) =>
    placesOf(operation, name).flatMap((place) =>
      operation.roles.map((role) => [operation.operationId, name, place, role, operation] as const),
    ),
  ),
)

function placesOf({ parameters, body }: ContractOperation, name: string): readonly ('path' | 'query' | 'body')[] {
  const named = parameters.filter((parameter) => parameter.name === name).map((parameter) => parameter.in)
  const inBody = body !== null && JSON.stringify(ordinaryBody(body)).includes(`"${name}"`)
  return [...named.filter((place) => place === 'path' || place === 'query'), ...(inBody ? (['body'] as const) : [])]
}

function ordinaryBody(body: NonNullable<ContractOperation['body']>): unknown {
  return body.$ref?.endsWith('/NewReferral')
    ? { patientId: '' }
    : body.$ref?.endsWith('/AuditFilters')
      ? { patientId: '' }
      : {}
}

test('there is much to guess', () => {
  expect(guesses.length).toBeGreaterThan(20)
  for (const ids of theirs.values()) expect(ids).toHaveLength(guessesEach)
})

test.each(guesses)(
  '%s by the %s in the %s as %s tells no difference between "not yours" and "no such record"',
  async (operationId, name, place, role, operation) => {
    const [parts] = ordinaryRequests(operation, known, 1)
    if (!parts) throw new Error('No request was made.')
    const send = signedIn.get(role) ?? (await app.signInAs(role))
    signedIn.set(role, send)
    // Nothing else in the request may be what is refused.
    const ask = (id: string) =>
      watched(() => send(fresh(written(operation, withValueAt({ ...parts, query: {} }, [place, name], id)))))
    const none = randomUUID()
    const [answerToNobody, doneForNobody] = await ask(none)
    const toNobody = plain(answerToNobody, none)
    expect(toNobody, operationId).toMatchObject({
      statusCode: 404,
      body: expect.stringContaining('urn:problem:not-found'),
    })
    for (const id of theirs.get(name) ?? []) {
      const [answer, done] = await ask(id)
      expect(plain(answer, id), operationId).toEqual(toNobody)
      // Nor by the time it takes: the database is asked the same.
      expect(done, operationId).toEqual(doneForNobody)
      withstood('guessed identifier')
    }
  },
)

/** The answer, and each statement that was run for it. */
async function watched(send: () => Promise<LightMyRequestResponse>) {
  const executed = vi.spyOn(DefaultQueryExecutor.prototype, 'executeQuery')
  try {
    const answer = await send()
    const statements = executed.mock.calls.map(([query]) => query.sql)
    expect(statements.length).toBeGreaterThan(1)
    return [answer, statements] as const
  } finally {
    executed.mockRestore()
  }
}

/** A key of its own, or the second request would be answered as a repetition of the first. */
function fresh(request: InjectOptions): InjectOptions {
  const { headers = {} } = request
  if (!('idempotency-key' in headers)) return request
  return { ...request, headers: { ...headers, 'idempotency-key': randomUUID() } }
}

/** What a guesser sees, but for the number of the request and the identifier that was sent. */
function plain({ statusCode, body, headers }: LightMyRequestResponse, id: string) {
  const { 'x-request-id': requestId, date: _, 'content-length': __, ...others } = headers
  return { statusCode, body: body.replaceAll(id, 'ID').replaceAll(String(requestId), 'NUMBER'), headers: others }
}
