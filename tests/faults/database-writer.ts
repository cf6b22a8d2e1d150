import { sql } from 'kysely'
import { openDatabase } from '../../server/database/open-database.ts'
import { inTransaction } from '../../server/database/transaction.ts'

// A process of its own, made to be killed: writes referrals one by one and prints the number of each one acknowledged.
// Odd ones are a single statement, even ones a transaction that also counts itself.

const { db } = await openDatabase(JSON.parse(process.argv[2] ?? 'null'))
await sql`create table if not exists written (id int primary key, reason text not null)`.execute(db)
await sql`create table if not exists counted (n int not null)`.execute(db)
await sql`insert into counted select 0 where not exists (select from counted)`.execute(db)
const { rows } = await sql<{ last: number }>`select coalesce(max(id), 0) as last from written`.execute(db)

const caller = { databaseRole: 'owner', organisation: '', account: '', role: '' } as const
for (let id = (rows[0]?.last ?? 0) + 1; ; id += 1) {
  const insert = sql`insert into written values (${id}, ${'patient prefers to wait '.repeat(20)})`
  if (id % 2 === 1) await insert.execute(db)
  else {
    await inTransaction(db, caller, async (trx) => {
      await insert.execute(trx)
      await sql`update counted set n = n + 1`.execute(trx)
    })
  }
  process.stdout.write(`${id}\n`)
}
