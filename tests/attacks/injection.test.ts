import { afterAll, beforeAll, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { openTestApp, type Send, type TestApp } from '../support/build-app.ts'
import { printAttacks, withstood } from './attack-count.ts'
import { operationsOfContract } from './contract-operations.ts'
import { expectHarmless } from './expect-harmless.ts'
import { written } from './fuzzed-requests.ts'
import { hostileTexts } from './hostile-text.ts'
import { readKnownValues } from './known-values.ts'
import { ordinaryRequests, textPlaces, withValueAt } from './ordinary-requests.ts'
import type { KnownValues } from './schema-values.ts'

type Schemas = components['schemas']

const patienceMs = 240_000
const requestsLookedAt = 60

let app: TestApp
let known: KnownValues
const signedIn = new Map<string, Send>()

beforeAll(async () => {
  const requestLimits = { perAccount: 1e9, perAddress: 1e9, elapsedMilliseconds: ticking() }
  app = await openTestApp({ requestLimits })
  known = await readKnownValues(app, 'ZZ001')
}, patienceMs)
afterAll(async () => {
  printAttacks()
  await app.close()
})

/** A second goes by with each look, so that no limit is met. */
function ticking(): () => number {
  let elapsed = 0
  return () => (elapsed += 1000)
}

async function countsOfTables() {
  const counts = new Map<string, number>()
  for (const table of ['patient', 'referral', 'trial', 'observation', 'biomarker'] as const) {
    const { count } = await app.database.db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow()
    counts.set(table, Number(count))
  }
  return counts
}

test.each(operationsOfContract.map((operation) => [operation.operationId, operation] as const))(
  '%s takes hostile text in every field as text, or refuses it',
  async (operationId, operation) => {
    const places = new Map<
      string,
      readonly [ReturnType<typeof ordinaryRequests>[number], readonly (string | number)[]]
    >()
    for (const parts of ordinaryRequests(operation, known, requestsLookedAt)) {
      for (const [name, place] of textPlaces(parts)) if (!places.has(name)) places.set(name, [parts, place])
    }
    for (const [index, [name, [parts, place]]] of [...places].entries()) {
      for (const [kind, texts] of Object.entries(hostileTexts)) {
        const text = texts[index % texts.length] ?? ''
        const request = written(operation, withValueAt(parts, place, text))
        const answer = await (await senderOf(operation.roles[0]))(request)
        if (operationId === 'signIn' || operationId === 'signOut') signedIn.clear()
        expectHarmless(
          answer,
          operationId,
          `${kind} text ${JSON.stringify(text)} at ${name}`,
          `${request.url}${String(request.payload)}`,
        )
        withstood(`${kind} text`)
      }
    }
  },
  patienceMs,
)

async function senderOf(role: Parameters<TestApp['signInAs']>[0] | undefined): Promise<Send> {
  if (role === undefined) return app.send
  const send = signedIn.get(role) ?? (await app.signInAs(role))
  signedIn.set(role, send)
  return send
}

test('text that looks like SQL changes no table but the one it is recorded in', async () => {
  const before = await countsOfTables()
  const oncologist = await app.signInAs('oncologist')
  for (const text of hostileTexts.sql) {
    const search = { method: 'POST', url: '/api/patients/search', payload: { filters: { text } } } as const
    expect((await oncologist(search)).json<Schemas['PatientPage']>().total.count, text).toBe(0)
    withstood('SQL in a search')
  }
  expect(await countsOfTables()).toEqual(before)
})

test('what is stored comes back letter by letter, whatever it looks like', async () => {
  const administrator = await app.signInAs('administrator')
  const texts = [...hostileTexts.sql, ...hostileTexts.html, ...hostileTexts.template].filter(({ length }) => length > 1)
  for (const [index, name] of texts.entries()) {
    const payload = { code: `ATK${index}`, name }
    const answer = await administrator({ method: 'POST', url: '/api/organisations', payload })
    expect(answer.statusCode, answer.body).toBe(201)
  }
  const { items } = (await administrator({ method: 'GET', url: '/api/organisations' })).json<
    Schemas['OrganisationList']
  >()
  const stored = new Map(items.map(({ code, name }) => [code, name]))
  for (const [index, name] of texts.entries()) {
    expect(stored.get(`ATK${index}`)).toBe(name)
    withstood('text stored and read back')
  }
})
