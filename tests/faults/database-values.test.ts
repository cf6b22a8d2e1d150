import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../support/database-template.ts'

// Runs on both engines; the same expectations on each are what makes them interchangeable.

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

async function read(expression: string): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(database.db)
  return rows[0]?.value
}

test.each([
  ["date '2026-07-01'", '2026-07-01'],
  ["date '2026-10-25'", '2026-10-25'],
  ["array[date '2026-07-01', null]", ['2026-07-01', null]],
  ['(select count(*) from generate_series(1, 3))', 3],
  ['9007199254740991::int8', Number.MAX_SAFE_INTEGER],
  ['array[1, null]::int8[]', [1, null]],
  ['array[array[1], array[2]]::int8[]', [[1], [2]]],
  ["interval '1 day 2 hours'", 'P1DT2H'],
  ["array[interval '28 days']", ['P28D']],
  ['1.50::numeric', '1.50'],
  ['array[1.50, null]::numeric[]', ['1.50', null]],
  ['0.1::float8', 0.1],
  ['null::boolean', null],
  ['\'{"codes": ["C49"], "grade": null}\'::jsonb', { codes: ['C49'], grade: null }],
  ["array['a,b', null]", ['a,b', null]],
  ["timestamptz '2026-07-01 00:30:00+01'", new Date('2026-06-30T23:30:00Z')],
  // Without a session time zone of its own, a server in London would call this 1 July.
  ["(timestamptz '2026-07-01 00:30:00+01')::date", '2026-06-30'],
  ["date '2026-07-01'::text", '2026-07-01'],
])('%s reads as the same value on either engine', async (expression, expected) => {
  expect(await read(expression)).toStrictEqual(expected)
})

test('a whole number that JavaScript cannot hold is refused, not rounded', async () => {
  await expect(read('9007199254740993::int8')).rejects.toThrow('9007199254740993')
})

test('values go in as they come out', async () => {
  const given = {
    on: '2026-07-01',
    count: 7,
    dose: '1.50',
    facts: { grade: null, codes: ['C49'] },
    codes: ['C49', 'D'],
  }
  const { rows } = await sql`select ${given.on}::date as "on", ${given.count}::int8 as count,
    ${given.dose}::numeric as dose, ${JSON.stringify(given.facts)}::jsonb as facts, ${given.codes}::text[] as codes`.execute(
    database.db,
  )
  expect(rows).toStrictEqual([given])
})

test('a violated constraint is reported by SQLSTATE and name', async () => {
  const insert = sql`insert into setting (name, value) values ('theme', '1'), ('theme', '2')`.execute(database.db)
  await expect(insert).rejects.toMatchObject({ code: '23505', constraint: 'setting_pkey', table: 'setting' })
})

test('a surname sorts by its letters, whatever its case, accents or apostrophe', async () => {
  const { rows } = await sql<{ name: string }>`
    select name from (values ('Zięba'), ('O''Brien'), ('Łukasz'), ('obama'), ('Ólafsson'), ('Maas')) as patient (name)
    order by name collate "und-x-icu"`.execute(database.db)
  expect(rows.map(({ name }) => name)).toStrictEqual(['Łukasz', 'Maas', "O'Brien", 'obama', 'Ólafsson', 'Zięba'])
})

test('a notification arrives once its transaction has committed', async () => {
  const heard: (string | null)[] = []
  const { promise, resolve } = Promise.withResolvers<void>()
  const stop = await database.listen('referral', (payload) => {
    heard.push(payload)
    if (payload === 'second') resolve()
  })
  await database.db
    .transaction()
    .execute(async (trx) => {
      await sql`select pg_notify('referral', 'undone')`.execute(trx)
      throw new Error('changed my mind')
    })
    .catch(() => {})
  await sql`select pg_notify('referral', 'first')`.execute(database.db)
  await sql`select pg_notify('referral', 'second')`.execute(database.db)
  await promise
  await stop()
  expect(heard).toStrictEqual(['first', 'second'])
})
