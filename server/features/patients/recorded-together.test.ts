import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { openTestApp, type Send, type TestApp } from '../../../tests/support/build-app.ts'
import { laterInstant } from '../../../tests/support/demonstration-seed.ts'
import { expectProblem } from '../../../tests/support/expect-problem.ts'
import { newEcog } from '../../../tests/support/sample-new-items.ts'

type Schemas = components['schemas']

let app: TestApp
let nurse: Send
let oncologist: Send
let patientId: string

beforeAll(async () => {
  app = await openTestApp({ now: laterInstant })
  nurse = await app.signInAs('nurse')
  oncologist = await app.signInAs('oncologist')
  const found = await nurse({ method: 'POST', url: '/api/patients/search', payload: { filters: {}, limit: 1 } })
  patientId = found.json<Schemas['PatientPage']>().items[0]?.patientId ?? ''
})
afterAll(() => app.close())
beforeEach(() => sql`delete from observation where code = 'ECOG'`.execute(app.database.db))

const record = (send: Send, payload: object, path = 'items') =>
  send({
    method: 'POST',
    url: `/api/patients/${patientId}/${path}`,
    payload,
    headers: { 'idempotency-key': randomUUID() },
  })

async function ecogs(): Promise<readonly unknown[]> {
  const { rows } = await sql<{ value: { value: unknown } }>`
    select value from observation where patient_id = ${patientId} and code = 'ECOG' order by value`.execute(
    app.database.db,
  )
  return rows.map(({ value }) => value.value)
}

test('two people record the same ECOG of one day at the same moment: it stands once, and the second is told whose', async () => {
  const both = await Promise.all([record(nurse, newEcog), record(oncologist, { ...newEcog, source: 'MDT proforma' })])
  expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 400])
  const [second] = both.filter(({ statusCode }) => statusCode === 400)
  if (second === undefined) throw new Error('Nobody was refused.')
  expectProblem(second, {
    status: 400,
    kind: 'item-refused',
    pointer: '/value',
    message: /^“ECOG performance status: 1 on 14-Jun-2026” was recorded already, by .+, at 15-Jun-2026 10:30, from /,
  })
  expect(await ecogs()).toEqual([1])
})

test('alone and among others at the same moment, it stands once too', async () => {
  const both = await Promise.all([record(nurse, newEcog), record(oncologist, { items: [newEcog] }, 'item-sets')])
  expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 400])
  expect(await ecogs()).toEqual([1])
})

test('two people record different values of one day at the same moment: both are kept, and shown as opposing', async () => {
  const both = await Promise.all([record(nurse, newEcog), record(oncologist, { ...newEcog, value: 3 })])
  expect(both.map(({ statusCode }) => statusCode)).toEqual([201, 201])
  expect(await ecogs()).toEqual([1, 3])
  const opposing = both.map((answer) => answer.json<Schemas['RecordedChange']>().opposing.length)
  expect(opposing.toSorted()).toEqual([0, 1])
})
