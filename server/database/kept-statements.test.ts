import { PGlite } from '@electric-sql/pglite'
import { Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keptPlan } from './kept-plan.ts'
import { KeptStatements } from './kept-statements.ts'
import { PgliteClient } from './pglite-client.ts'
import { pgliteDialect } from './pglite-dialect.ts'
import { pgliteOptions } from './pglite-options.ts'
import { PgliteSession } from './pglite-session.ts'

let database: PGlite
let kept: KeptStatements

beforeAll(async () => {
  database = await PGlite.create(pgliteOptions)
  kept = new KeptStatements(database)
  await database.exec(`
    create table sample (id integer primary key, taken_on date, codes text[], detail jsonb, is_valid boolean, level numeric);
    insert into sample select number, date '2026-01-01' + number, array['a', 'b' || number], '{"unit": "g"}', true, 1.5
      from generate_series(1, 50) number`)
})
afterAll(() => database.close())

const numberKept = async () =>
  (await database.query<{ count: number }>('select count(*)::integer as count from pg_prepared_statements')).rows[0]
    ?.count

describe('a statement that is kept', () => {
  test('answers as one that is not, each time', async () => {
    const text = 'select *, $2::jsonb as given, $3::date as on_day, $4::uuid[] as ids from sample where id = $1'
    const ids = ['b3466a0e-51e5-46d9-83ed-51bde7140e58']
    for (const id of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const values = [id, { text: 'it’s "quoted"' }, id === 4 ? null : '2026-03-31', ids]
      const expected = await database.query(text, values)
      expect(expected.rows).toHaveLength(1)
      const { rows, affectedRows, command } = await kept.query(text, values)
      expect({ rows, affectedRows, command }).toEqual({
        rows: expected.rows,
        affectedRows: expected.affectedRows,
        command: expected.command,
      })
    }
  })

  test('is read once', async () => {
    const before = (await numberKept()) ?? 0
    for (const id of [1, 2, 3]) await kept.query('select taken_on from sample where id = $1', [id])
    expect(await numberKept()).toBe(before + 1)
  })

  test('says how many rows it changed', async () => {
    const text = 'update sample set level = $1 where id <= $2'
    expect(await kept.query(text, [2.5, 3])).toMatchObject({ affectedRows: 3, command: 'UPDATE' })
    expect(await kept.query(text, [3.5, 0])).toMatchObject({ affectedRows: 0, command: 'UPDATE' })
  })

  test('follows a change of who may see which rows', async () => {
    await database.exec(`
      create role reader;
      grant select on sample to reader;
      alter table sample enable row level security;
      create policy sample_of_reader on sample to reader using (id = nullif(current_setting('app.own', true), '')::integer)`)
    const text = 'select id from sample where id <= $1 order by id'
    const asReader = (own: number) =>
      database.query("select set_config('app.own', $1, false), set_config('role', 'reader', false)", [String(own)])
    for (let turn = 0; turn < 7; turn += 1) {
      await asReader(2)
      expect((await kept.query(text, [3])).rows).toEqual([{ id: 2 }])
      await asReader(3)
      expect((await kept.query(text, [3])).rows).toEqual([{ id: 3 }])
      await database.exec('reset role')
      expect((await kept.query(text, [3])).rows).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }])
    }
  })
})

describe('a fault', () => {
  test.each([
    ['in the statement', 'select nothing_there from sample where id = $1', [1], '42703'],
    ['in a value', 'select 10 / ($1::integer - 5) as result', [5], '22012'],
    ['against a constraint', 'insert into sample (id) values ($1)', [1], '23505'],
  ] as const)('%s is told with its code, each time, and the next statement runs', async (_what, text, values, code) => {
    for (let turn = 0; turn < 2; turn += 1) {
      await expect(kept.query(text, values)).rejects.toMatchObject({ code })
      expect((await kept.query('select level from sample where id = $1', [50])).rows).toHaveLength(1)
    }
  })

  test('leaves a transaction to be rolled back', async () => {
    await database.query('begin')
    await expect(kept.query('select 1 / $1::integer as broken', [0])).rejects.toMatchObject({ code: '22012' })
    await expect(kept.query('select 2 as after', [])).rejects.toMatchObject({ code: '25P02' })
    await database.query('rollback')
    expect((await kept.query('select 2 as after', [])).rows).toEqual([{ after: 2 }])
  })
})

test('no more than two hundred are kept, and the others are answered all the same', async () => {
  await using fresh = await PGlite.create(pgliteOptions)
  const many = new KeptStatements(fresh)
  for (let number = 0; number < 230; number += 1) {
    expect((await many.query(`select ${number} + $1::integer as sum`, [1])).rows).toEqual([{ sum: number + 1 }])
  }
  const { rows } = await many.query('select count(*)::integer as count from pg_prepared_statements', [])
  expect(rows).toEqual([{ count: 200 }])
})

test('the thread of the embedded database keeps a marked statement and no other', async () => {
  const client = await PgliteClient.open({ kind: 'memory', dumpFile: null })
  const db = new Kysely<unknown>({ dialect: pgliteDialect(new PgliteSession(client), 'owner') })
  for (const number of [1, 2]) {
    await sql`select ${number}::integer as plain`.execute(db)
    expect((await sql`select ${number}::integer as kept ${keptPlan}`.execute(db)).rows).toEqual([{ kept: number }])
  }
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db)
  expect(rows.map(({ statement }) => statement)).toEqual([expect.stringContaining('as kept')])
  await db.destroy()
})
