import { sql, type Transaction } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../server/database/schema.ts'
import { type CallerSettings, inTransaction } from '../../server/database/transaction.ts'
import { openTestDatabase, type TestDatabase } from '../support/database-template.ts'

const owner: CallerSettings = { databaseRole: 'owner', organisation: 'RJ1', account: 'nurse-1', role: 'nurse' }

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
  await sql`create table note (id int primary key, text text not null default '')`.execute(database.db)
})
afterEach(() => sql`delete from note`.execute(database.db))
afterAll(() => database.close())

const addNote = (trx: Transaction<Database>, id: number) => sql`insert into note (id) values (${id})`.execute(trx)
const countNotes = async () =>
  (await sql<{ n: number }>`select count(*) as n from note`.execute(database.db)).rows[0]?.n

test('what the work wrote is there after it, and its answer comes back', async () => {
  const answer = await inTransaction(database.db, owner, async (trx) => {
    await addNote(trx, 1)
    return 'sent'
  })
  expect(answer).toBe('sent')
  expect(await countNotes()).toBe(1)
})

test('an error in the work leaves nothing written, and the next transaction works', async () => {
  const failing = inTransaction(database.db, owner, async (trx) => {
    await addNote(trx, 1)
    throw new Error('the site withdrew')
  })
  await expect(failing).rejects.toThrow('the site withdrew')
  expect(await countNotes()).toBe(0)
  await inTransaction(database.db, owner, (trx) => addNote(trx, 2))
  expect(await countNotes()).toBe(1)
})

test('a statement that failed cannot be passed over: the transaction reports that it was undone', async () => {
  const swallowing = inTransaction(database.db, owner, async (trx) => {
    await addNote(trx, 1)
    await addNote(trx, 1).catch(() => {})
  })
  await expect(swallowing).rejects.toThrow(/abort|rolled back/i)
  expect(await countNotes()).toBe(0)
})

test('a savepoint undoes its part and keeps the rest', async () => {
  const trx = await database.db.startTransaction().execute()
  await addNote(trx, 1)
  const saved = await trx.savepoint('before "second"').execute()
  await addNote(trx, 2)
  await saved.rollbackToSavepoint('before "second"').execute()
  await trx.commit().execute()
  expect(await countNotes()).toBe(1)
})

test('the caller is known inside the transaction and forgotten after it', async () => {
  const caller = sql<{ organisation: string; account: string; role: string; user: string }>`
    select current_setting('app.organisation', true) as organisation, current_setting('app.account', true) as account,
      current_setting('app.role', true) as role, current_user::text as user`
  const inside = await inTransaction(database.db, { ...owner, databaseRole: 'app_user' }, (trx) => caller.execute(trx))
  expect(inside.rows).toStrictEqual([{ organisation: 'RJ1', account: 'nurse-1', role: 'nurse', user: 'app_user' }])

  const outside = (await caller.execute(database.db)).rows[0]
  expect(outside?.organisation || null).toBeNull()
  expect(outside?.user).not.toBe('app_user')
})

test('a role of the application may not do what the owner may', async () => {
  const dropping = inTransaction(database.db, { ...owner, databaseRole: 'app_counts' }, (trx) =>
    sql`drop table note`.execute(trx),
  )
  await expect(dropping).rejects.toMatchObject({ code: '42501' })
})

test('using the database inside a transaction throws at once instead of waiting for itself', async () => {
  const mistaken = inTransaction(database.db, owner, async () => countNotes())
  await expect(mistaken).rejects.toThrow('Pass the transaction (trx) on')
})

test('a transaction inside a transaction throws as well', async () => {
  const nested = inTransaction(database.db, owner, () => inTransaction(database.db, owner, (trx) => addNote(trx, 1)))
  await expect(nested).rejects.toThrow('Pass the transaction (trx) on')
})

test('work that a transaction started and did not wait for may use the database after it', async () => {
  const { promise: committed, resolve: commit } = Promise.withResolvers<void>()
  let later: Promise<unknown> = Promise.resolve()
  await inTransaction(database.db, owner, async (trx) => {
    await addNote(trx, 1)
    later = committed.then(() => countNotes())
  })
  commit()
  expect(await later).toBe(1)
})

test('transactions at the same time do not disturb each other', async () => {
  const ids = Array.from({ length: 20 }, (_, index) => index + 1)
  await Promise.all(
    ids.map((id) =>
      inTransaction(database.db, { ...owner, account: `nurse-${id}` }, async (trx) => {
        await addNote(trx, id)
        await sql`update note set text = current_setting('app.account') where id = ${id}`.execute(trx)
      }),
    ),
  )
  const { rows } = await sql<{ id: number; text: string }>`select id, text from note order by id`.execute(database.db)
  expect(rows).toStrictEqual(ids.map((id) => ({ id, text: `nurse-${id}` })))
})

test.each(['40001', '40P01'])(
  'work that PostgreSQL asks to repeat (%s) is repeated from a clean start',
  async (state) => {
    let attempts = 0
    await inTransaction(database.db, owner, async (trx) => {
      attempts += 1
      await addNote(trx, 1)
      if (attempts < 3) await raise(trx, state)
    })
    expect(attempts).toBe(3)
    expect(await countNotes()).toBe(1)
  },
)

test('work is tried three times at most', async () => {
  let attempts = 0
  const always = inTransaction(database.db, owner, async (trx) => {
    attempts += 1
    await raise(trx, '40001')
  })
  await expect(always).rejects.toMatchObject({ code: '40001' })
  expect(attempts).toBe(3)
})

test('any other error is not repeated', async () => {
  let attempts = 0
  const once = inTransaction(database.db, owner, async (trx) => {
    attempts += 1
    await raise(trx, '23505')
  })
  await expect(once).rejects.toMatchObject({ code: '23505' })
  expect(attempts).toBe(1)
})

const raise = (trx: Transaction<Database>, state: string) =>
  sql`do ${sql.lit(`begin raise exception 'as the test asks' using errcode = '${state}'; end`)}`.execute(trx)
