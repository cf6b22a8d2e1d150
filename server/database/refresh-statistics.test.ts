import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase, testEngine } from '../../tests/support/database-template.ts'
import { refreshStatistics } from './refresh-statistics.ts'

describe.runIf(testEngine === 'pglite')('statistics of the embedded database', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase()
    await sql`create table public.caseload (filler text)`.execute(database.db)
  })
  afterAll(() => database.close())

  /** Rows that the planner believes in; -1 for a table that was never measured. */
  async function believed(): Promise<number | undefined> {
    const { rows } = await sql<{ rows: number }>`
      select reltuples as rows from pg_class where relname = 'caseload'`.execute(database.db)
    return rows[0]?.rows
  }
  async function add(rows: number): Promise<void> {
    await sql`insert into public.caseload select repeat('x', 1000) from generate_series(1, ${rows}::int)`.execute(
      database.db,
    )
    await refreshStatistics(database)
  }

  test('a small table is left as it is, a grown one is measured, and again only at twice the size', async () => {
    await add(10)
    expect(await believed()).toBe(-1)
    await add(990)
    expect(await believed()).toBe(1000)
    await add(500)
    expect(await believed()).toBe(1000)
    await add(1000)
    expect(await believed()).toBe(2500)
  })
})
