import { sql } from 'kysely'
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

test('a migration that fails is named, and leaves the database as it was', async () => {
  const last = names.at(-1) ?? ''
  await sql`delete from kysely_migration where name = ${last}`.execute(database.db)
  await expect(migrate(database.db)).rejects.toThrow(`Migration ${last} failed`)
  expect(await applied()).toStrictEqual(names.slice(0, -1))
})

test('names are compared without case, accents or special letters', async () => {
  const { rows } = await sql`select immutable_unaccent('Łukasz Ólafsson') as name`.execute(database.db)
  expect(rows).toStrictEqual([{ name: 'Lukasz Olafsson' }])
})
