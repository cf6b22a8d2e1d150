import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { auditRows, lastAuditSequence } from '../../../tests/support/audit-rows.ts'
import { openTestApp, type Send, type TestApp } from '../../../tests/support/build-app.ts'
import { laterInstant } from '../../../tests/support/demonstration-seed.ts'
import { expectProblem } from '../../../tests/support/expect-problem.ts'

type Schemas = components['schemas']

let app: TestApp
let nurse: Send
let patientId: string

beforeAll(async () => {
  app = await openTestApp({ now: laterInstant })
  nurse = await app.signInAs('nurse')
  const found = await nurse({ method: 'POST', url: '/api/patients/search', payload: { filters: {}, limit: 1 } })
  patientId = found.json<Schemas['PatientPage']>().items[0]?.patientId ?? ''
})
afterAll(() => app.close())

const platelets = {
  kind: 'observation',
  observationKind: 'lab',
  code: 'platelets',
  value: 140,
  unit: '10*9/L',
  lowerLimit: null,
  upperLimit: null,
  observedOn: '2026-06-14',
  source: 'Laboratory system',
}
const anc = { ...platelets, code: 'anc', value: 3.1 }

const post = (path: string, payload: object, key: string) =>
  nurse({
    method: 'POST',
    url: `/api/patients/${patientId}/${path}`,
    payload,
    headers: { 'idempotency-key': key },
  })
const together = (items: readonly object[], key: string = randomUUID()) => post('item-sets', { items }, key)
const alone = (item: object) => post('items', item, randomUUID())

async function bloodRows() {
  const { rows } = await sql<{ observation_id: string; code: string; recorded_at: Date }>`
    select observation_id, code, recorded_at from observation
    where patient_id = ${patientId} and code in ('anc', 'platelets') order by observation_id`.execute(app.database.db)
  return rows
}

test('the results of one sample, sent twice at the same moment, are recorded once and as one change', async () => {
  const before = await bloodRows()
  const sequence = await lastAuditSequence(app.database.db)
  const key = randomUUID()
  const both = await Promise.all([together([anc, platelets], key), together([anc, platelets], key)])
  expect(both.map(({ statusCode }) => statusCode)).toEqual([201, 201])
  expect(both[0]?.json()).toEqual(both[1]?.json())
  const { itemIds } = both[0]?.json<Schemas['RecordedChanges']>() ?? { itemIds: [] }
  const added = (await bloodRows()).filter((row) => !before.some((old) => old.observation_id === row.observation_id))
  expect(itemIds.map((id) => added.find((row) => row.observation_id === id)?.code)).toEqual(['anc', 'platelets'])
  expect(added).toHaveLength(2)
  expect(new Set(added.map((row) => row.recorded_at.toISOString())).size).toBe(1)

  const events = await auditRows(app.database.db, sequence)
  expect(events).toHaveLength(2)
  expect(events[0]).toMatchObject({
    operation: 'recordPatientItems',
    action: 'change',
    outcome: 'done',
    patient_ids: [patientId],
    fields: ['observation'],
  })
})

test('results of which one is refused leave no row behind, and the same form may be sent again corrected', async () => {
  const before = await bloodRows()
  const key = randomUUID()
  expectProblem(await together([anc, { ...platelets, value: 230_000 }], key), {
    status: 400,
    kind: 'item-refused',
    pointer: '/items/1/value',
    message: /230000/,
  })
  expect(await bloodRows()).toEqual(before)
  const corrected = [
    { ...anc, value: 3.2 },
    { ...platelets, value: 141 },
  ]
  expect((await together(corrected, key)).statusCode).toBe(201)
  expectProblem(await together([anc], key), { status: 422, kind: 'key-reused' })
})

test('a correction among them and one sent alone at the same moment: the row is corrected once', async () => {
  const { itemId } = (await alone({ ...platelets, value: 142 })).json<Schemas['RecordedChange']>()
  const correction = { ...platelets, value: 41, replaces: itemId }
  const before = (await bloodRows()).length
  const [set, single] = await Promise.all([
    together([{ ...anc, value: 3.3 }, correction]),
    alone({ ...correction, value: 42 }),
  ])
  expect([set.statusCode, single.statusCode].toSorted()).toEqual([201, 400])
  expect(await bloodRows()).toHaveLength(before + (set.statusCode === 201 ? 2 : 1))
})
