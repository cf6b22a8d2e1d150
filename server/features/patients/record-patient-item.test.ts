import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { openTestApp, type Send, type TestApp } from '../../../tests/support/build-app.ts'
import { laterInstant } from '../../../tests/support/demonstration-seed.ts'
import { expectProblem } from '../../../tests/support/expect-problem.ts'
import { newPlatelets } from '../../../tests/support/sample-new-items.ts'

type Schemas = components['schemas']

let app: TestApp
let nurse: Send
let patientId: string

beforeAll(async () => {
  app = await openTestApp({ now: laterInstant })
  nurse = await app.signInAs('nurse')
  patientId = await patientOpenFor('lab:platelets')
})
afterAll(() => app.close())

const record = (payload: object, { key = randomUUID(), id = patientId }: { key?: string; id?: string } = {}) =>
  nurse({ method: 'POST', url: `/api/patients/${id}/items`, payload, headers: { 'idempotency-key': key } })

/** A count that nobody has recorded yet: what stands already is not recorded twice. */
const anotherCount = () => {
  lastCount += 1
  return { ...newPlatelets, value: lastCount }
}
let lastCount = 300

async function candidatesOf(id: string): Promise<Schemas['CandidateList']> {
  return (await nurse({ method: 'GET', url: `/api/patients/${id}/candidates` })).json()
}

async function patientOpenFor(item: string): Promise<string> {
  const payload = { filters: {}, limit: 100 }
  const { items } = (await nurse({ method: 'POST', url: '/api/patients/search', payload })).json<
    Schemas['PatientPage']
  >()
  for (const row of items) {
    const { settling } = await candidatesOf(row.patientId)
    if (settling.some(({ key }) => key === item)) return row.patientId
  }
  throw new Error(`Nobody is open for ${item}.`)
}

async function plateletRows(): Promise<readonly { observation_id: string; source: string; recorded_by: string }[]> {
  const { rows } = await sql<{ observation_id: string; source: string; recorded_by: string }>`
    select observation_id, source, recorded_by from observation
    where patient_id = ${patientId} and code = 'platelets'`.execute(app.database.db)
  return rows
}

describe('a recorded value', () => {
  test('is kept with its source and who recorded it, and moves counts, order and trials in one step', async () => {
    const before = await plateletRows()
    const answer = await record(newPlatelets)
    expect(answer.statusCode, answer.body).toBe(201)
    const { itemId, changes } = answer.json<Schemas['RecordedChange']>()
    const added = (await plateletRows()).filter(
      (row) => !before.some((old) => old.observation_id === row.observation_id),
    )
    expect(added).toEqual([
      {
        observation_id: itemId,
        source: 'Laboratory system',
        recorded_by: expect.stringMatching(/^.+, Specialist nurse$/),
      },
    ])

    const list = await candidatesOf(patientId)
    const { rows: counted } = await sql<Record<string, number>>`
      select no_failures_found as "noFailuresFound", needs_clinician as "needsClinician", needs_data as "needsData",
        not_yet as "notYet" from candidate_count where patient_id = ${patientId}`.execute(app.database.db)
    for (const [outcome, count] of Object.entries(counted[0] ?? {})) {
      expect(
        list.candidates.filter((each) => each.outcome === outcome),
        outcome,
      ).toHaveLength(count)
    }
    expect(changes.length).toBeGreaterThan(0)
    expect(changes.map(({ registryId }) => registryId)).toEqual(changes.map(({ registryId }) => registryId).toSorted())

    const payload = { filters: {}, sort: 'updated', limit: 1 }
    const latest = await nurse({ method: 'POST', url: '/api/patients/search', payload })
    expect(latest.json<Schemas['PatientPage']>().items[0]?.updatedAt).toBe('2026-06-15T09:30:00.000Z')
  })

  test('sent twice at the same moment is recorded once, and two people’s values are both kept', async () => {
    const before = (await plateletRows()).length
    const key = randomUUID()
    const counted = anotherCount()
    const twice = await Promise.all([record(counted, { key }), record(counted, { key })])
    expect(twice.map(({ statusCode }) => statusCode)).toEqual([201, 201])
    expect(twice[0]?.json()).toEqual(twice[1]?.json())
    expect(await plateletRows()).toHaveLength(before + 1)
    const both = await Promise.all([record({ ...newPlatelets, value: 90 }), record({ ...newPlatelets, value: 91 })])
    expect(both.map(({ statusCode }) => statusCode)).toEqual([201, 201])
    expect(await plateletRows()).toHaveLength(before + 3)
  })

  test('that is refused leaves nothing behind, and its form may be sent again corrected', async () => {
    const before = (await plateletRows()).length
    const key = randomUUID()
    const refused = await record({ ...newPlatelets, unit: 'g/L' }, { key })
    expectProblem(refused, { status: 400, kind: 'item-refused', pointer: '/unit', message: /give the value in/ })
    expect(await plateletRows()).toHaveLength(before)
    expect((await record(anotherCount(), { key })).statusCode).toBe(201)
    expectProblem(await record({ ...newPlatelets, value: 50 }, { key }), { status: 422, kind: 'key-reused' })
  })
})

describe('a correction', () => {
  test('keeps the row before it, and of two corrections of one row the second is refused', async () => {
    const { itemId } = (await record(anotherCount())).json<Schemas['RecordedChange']>()
    const before = (await plateletRows()).length
    const both = await Promise.all([
      record({ ...newPlatelets, value: 41, replaces: itemId }),
      record({ ...newPlatelets, value: 42, replaces: itemId }),
    ])
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 400])
    const rows = await plateletRows()
    expect(rows).toHaveLength(before + 1)
    expect(rows.map(({ observation_id }) => observation_id)).toContain(itemId)
  })

  test('of another patient’s row is refused', async () => {
    const { itemId } = (await record(anotherCount())).json<Schemas['RecordedChange']>()
    const payload = { filters: {}, limit: 2 }
    const page = (await nurse({ method: 'POST', url: '/api/patients/search', payload })).json<Schemas['PatientPage']>()
    const other = page.items.find((row) => row.patientId !== patientId)?.patientId ?? ''
    const answer = await record({ ...newPlatelets, replaces: itemId }, { id: other })
    expectProblem(answer, { status: 400, kind: 'item-refused', pointer: '/replaces' })
  })
})

test('a key, a kind and a value are needed', async () => {
  const url = `/api/patients/${patientId}/items`
  expect((await nurse({ method: 'POST', url, payload: newPlatelets })).statusCode).toBe(400)
  const { kind: _, ...kindless } = newPlatelets
  expectProblem(await record(kindless), { status: 400, kind: 'invalid-request', pointer: '/kind' })
  const rumour = await record({ ...newPlatelets, kind: 'rumour' })
  expectProblem(rumour, {
    status: 400,
    kind: 'invalid-request',
    pointer: '/kind',
    message: 'must name one of the kinds',
  })
  const { value: __, ...valueless } = newPlatelets
  expectProblem(await record(valueless), {
    status: 400,
    kind: 'invalid-request',
    pointer: '/value',
    message: 'is missing',
  })
})

describe('a value that is taken back', () => {
  const withdrawal = { kind: 'withdrawal', reason: '  Of another patient ' }

  test('is kept, and a row that repeats it says who took it back and why', async () => {
    const { itemId } = (await record(anotherCount())).json<Schemas['RecordedChange']>()
    const before = (await plateletRows()).length
    const key = randomUUID()
    const twice = await Promise.all([
      record({ ...withdrawal, replaces: itemId }, { key }),
      record({ ...withdrawal, replaces: itemId }, { key }),
    ])
    expect(twice.map(({ statusCode }) => statusCode)).toEqual([201, 201])
    expect(await plateletRows()).toHaveLength(before + 1)
    const { rows } = await sql`
      select replaces, withdrawal_reason, source, recorded_by from observation
      where replaces = ${itemId}`.execute(app.database.db)
    expect(rows).toEqual([
      {
        replaces: itemId,
        withdrawal_reason: 'Of another patient',
        source: 'Laboratory system',
        recorded_by: expect.stringMatching(/^.+, Specialist nurse$/),
      },
    ])
  })

  test('and corrected at the same moment is one or the other', async () => {
    const { itemId } = (await record(anotherCount())).json<Schemas['RecordedChange']>()
    const both = await Promise.all([
      record({ ...newPlatelets, value: 41, replaces: itemId }),
      record({ ...withdrawal, replaces: itemId }),
    ])
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 400])
  })

  test('counted for the answers before it', async () => {
    const list = async () =>
      (await candidatesOf(patientId)).candidates.map(({ trialId, outcome }) => [trialId, outcome])
    const before = await list()
    const { itemId, changes } = (await record({ ...newPlatelets, value: 3, observedOn: '2026-06-15' })).json<
      Schemas['RecordedChange']
    >()
    const taken = (await record({ ...withdrawal, replaces: itemId })).json<Schemas['RecordedChange']>()
    expect(await list()).toEqual(before)
    expect(taken.changes.map(({ trialId }) => trialId)).toEqual(changes.map(({ trialId }) => trialId))
  })

  test('with what stood before it brought back, is replaced by a row that says the earlier value and why', async () => {
    const { itemId: first } = (await record(anotherCount())).json<Schemas['RecordedChange']>()
    const correction = { ...newPlatelets, value: 41, source: 'Clinic letter', replaces: first }
    const { itemId } = (await record(correction)).json<Schemas['RecordedChange']>()
    const both = await Promise.all([
      record({ ...withdrawal, replaces: itemId, restores: true }),
      record({ ...withdrawal, replaces: itemId, restores: false }),
    ])
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 400])
    const [other] = both.filter(({ statusCode }) => statusCode === 400)
    expect(other?.body).toMatch(/took this back meanwhile/)
    const counted = anotherCount()
    const { itemId: right } = (await record(counted)).json<Schemas['RecordedChange']>()
    const { itemId: mistyped } = (await record({ ...correction, replaces: right })).json<Schemas['RecordedChange']>()
    expect((await record({ ...withdrawal, replaces: mistyped, restores: true })).statusCode).toBe(201)
    const { rows } = await sql`
      select value, source, replaces, withdrawal_reason, restoration_reason from observation
      where replaces = ${mistyped}`.execute(app.database.db)
    expect(rows).toEqual([
      {
        value: { value: counted.value },
        source: 'Laboratory system',
        replaces: mistyped,
        withdrawal_reason: null,
        restoration_reason: 'Of another patient',
      },
    ])
  })

  test('and brought back at once is nothing that the tables take', async () => {
    const insert = sql`
      insert into assertion (assertion_id, patient_id, source, recorded_by, recorded_at, replaces, withdrawal_reason,
        restoration_reason, category, asserted_on)
      values (${randomUUID()}, ${patientId}, 'x', 'x', now(), ${randomUUID()}, 'x', 'x', 'medicines-reviewed',
        '2026-06-01')`
    await expect(insert.execute(app.database.db)).rejects.toThrow(/check/)
  })

  test('names a row: nothing can be put on the tables that takes back none', async () => {
    const insert = sql`
      insert into assertion (assertion_id, patient_id, source, recorded_by, recorded_at, replaces, withdrawal_reason,
        category, asserted_on)
      values (${randomUUID()}, ${patientId}, 'x', 'x', now(), null, 'x', 'medicines-reviewed', '2026-06-01')`
    await expect(insert.execute(app.database.db)).rejects.toThrow(/check/)
  })
})
