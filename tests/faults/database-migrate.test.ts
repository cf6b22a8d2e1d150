import { type Kysely, sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from '../../server/database/migrate.ts'
import { migrations } from '../../server/database/migrations.ts'
import { openTestDatabase, type TestDatabase } from '../support/database-template.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await openTestDatabase()
})
afterEach(() => database.close())

const names = Object.keys(migrations)
const applied = async () =>
  (await sql<{ name: string }>`select name from kysely_migration order by name`.execute(database.db)).rows.map(
    ({ name }) => name,
  )

test('a database has had every migration once, in the order of their names', async () => {
  expect(await applied()).toStrictEqual(names)
  expect(names).toStrictEqual([...names].sort())
})

test('migrating again does nothing', async () => {
  const done: string[] = []
  await migrate(database.db, (name) => done.push(name))
  expect(done).toStrictEqual([])
})

test('a database that a newer program migrated is refused by name', async () => {
  await sql`insert into kysely_migration values ('9999-from-the-future', '2030-01-01T00:00:00Z')`.execute(database.db)
  await expect(migrate(database.db)).rejects.toThrow(/newer than this program.*9999-from-the-future/)
})

test('a migration that fails is named, and undoes those before it in the same run', async () => {
  const failing = {
    ...migrations,
    '9998-works': { up: async (db: Kysely<unknown>) => void (await sql`create table half_done (id int)`.execute(db)) },
    '9999-fails': { up: async (db: Kysely<unknown>) => void (await sql`create table patient (id int)`.execute(db)) },
  }
  const done: string[] = []
  await expect(migrate(database.db, (name) => done.push(name), failing)).rejects.toThrow('Migration 9999-fails failed')
  expect(await applied()).toStrictEqual(names)
  expect((await sql`select to_regclass('half_done') as found`.execute(database.db)).rows).toStrictEqual([
    { found: null },
  ])
  expect(done).toStrictEqual([])
})
