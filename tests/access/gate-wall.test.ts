import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkGate } from '../../server/database/check-gate.ts'
import { openDatabase } from '../../server/database/open-database.ts'
import { type CallerSettings, inTransaction } from '../../server/database/transaction.ts'
import { openTestDatabase, type TestDatabase } from '../support/database-template.ts'
import { demonstrationSeed } from '../support/demonstration-seed.ts'

/* What the service can do outside a caller's transaction: find out who asks, and take up work that waits. */

const permissionDenied = { code: '42501' }

/** Everything that the role may do, by table. Whatever is not here is denied. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  job: ['insert', 'select', 'update'],
  session: ['delete', 'insert', 'select', 'update'],
}

/** Of these it reads some columns only: no reason, no note, no secret of a second factor. */
const allowedColumns: Readonly<Record<string, string>> = {
  account: 'account_id email is_active name organisation_id password_hash role',
  delegation: 'account_id duty ended_on ends_on organisation_id starts_on trial_id',
  emergency_access: 'account_id ends_at patient_id',
  named_role: 'account_id care_role ended_on ends_on organisation_id patient_id starts_on',
  organisation: 'code latitude longitude name organisation_id',
  second_factor: 'account_id confirmed_at',
  setting: 'name',
  team_member: 'account_id since team_id until',
}

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase({ seed: demonstrationSeed() })
})
afterAll(() => database.close())

const whoAmI = sql<{ who: string }>`select current_user::text as who`
const whoIs = async (db: TestDatabase['db']) => (await whoAmI.execute(db)).rows[0]?.who
const nobody: CallerSettings = { databaseRole: 'app_user', organisation: '', account: '', role: '' }

describe('outside a transaction', () => {
  it('the service may do with each table what is written here and nothing else', async () => {
    const { rows } = await sql<{ name: string; rights: string[] }>`
      select relname as name, array(
        select word from unnest(array['delete', 'insert', 'select', 'truncate', 'update']) as word
        where has_table_privilege('app_gate', oid, word)) as rights
      from pg_class where relkind in ('r', 'v', 'm') and relnamespace = 'public'::regnamespace`.execute(database.db)
    const held = Object.fromEntries(rows.filter(({ rights }) => rights.length > 0).map((row) => [row.name, row.rights]))
    expect(held).toEqual(allowed)

    const columns = await sql<{ name: string; columns: string }>`
      select table_name as name, string_agg(privilege_type || ' ' || column_name, ', ' order by column_name::text) as columns
      from information_schema.column_privileges
      where grantee = 'app_gate' and table_name <> all (${Object.keys(allowed)}::text[]) group by table_name`.execute(
      database.db,
    )
    expect(
      Object.fromEntries(
        columns.rows.map((row) => [row.name, row.columns.replaceAll('SELECT ', '').replaceAll(',', '')]),
      ),
    ).toEqual(allowedColumns)
  })

  it.each(['patient', 'referral', 'screening', 'audit_event', 'shared_record'])(
    'a statement that forgot the transaction reads nothing of %s',
    async (table) => {
      await expect(sql`select * from ${sql.table(table)}`.execute(database.gate)).rejects.toMatchObject(
        permissionDenied,
      )
    },
  )

  it('the secret that signs sessions is not read, and a password is not changed', async () => {
    await expect(sql`select value from setting`.execute(database.gate)).rejects.toMatchObject(permissionDenied)
    const changing = database.gate.updateTable('account').set({ password_hash: 'mine' }).execute()
    await expect(changing).rejects.toMatchObject(permissionDenied)
  })
})

describe('the role', () => {
  it('is taken on again after a transaction, whether it was kept or undone', async () => {
    const owner = await whoIs(database.db)
    expect(await whoIs(database.gate)).toBe('app_gate')
    const inside = await inTransaction(database.gate, nobody, (trx) => whoAmI.execute(trx))
    expect(inside.rows[0]?.who).toBe('app_user')
    expect(await whoIs(database.gate)).toBe('app_gate')
    const undone = inTransaction(database.gate, nobody, async () => {
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await whoIs(database.gate)).toBe('app_gate')
    expect(await whoIs(database.db)).toBe(owner)
    expect(owner).not.toBe('app_gate')
  })

  it('is each one’s own where owner and service ask at the same time', async () => {
    const asked = Array.from({ length: 40 }, (_, index) => (index % 3 === 0 ? database.db : database.gate))
    const owner = await whoIs(database.db)
    const answers = await Promise.all(asked.map(whoIs))
    expect(answers).toEqual(asked.map((db) => (db === database.db ? owner : 'app_gate')))
  })

  it('is not left by way of the owner inside a transaction of the service: that throws at once', async () => {
    const mistaken = inTransaction(database.gate, nobody, () => whoIs(database.db))
    await expect(mistaken).rejects.toMatchObject({ name: 'ConnectionAlreadyHeld' })
  })
})

describe('a start', () => {
  it('is refused where the database gives the service another role than it asked for', async () => {
    const given = await whoIs(database.db)
    await expect(checkGate({ ...database, gate: database.db })).rejects.toThrow(
      `as ${given} and not as app_gate. Something between drops what a connection asks for`,
    )
    await expect(checkGate(database)).resolves.toBeUndefined()
  })

  it('in a database without the role is told so, and nobody waits for a session that was refused', async () => {
    const empty = await openDatabase({ kind: 'memory', dumpFile: null })
    for (const attempt of [1, 2]) {
      await expect(whoIs(empty.gate), `attempt ${attempt}`).rejects.toThrow('role "app_gate" does not exist')
    }
    expect(await whoIs(empty.db)).not.toBe('app_gate')
    await empty.close()
  })
})
