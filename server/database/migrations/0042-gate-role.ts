import { type Kysely, sql } from 'kysely'
import { createRole } from '../create-role.ts'

/**
 * What the service does outside the transaction of a caller: finding out who asks, keeping sessions, and taking up work
 * that waits. Until now it did so as the owner of everything, so that one statement in the wrong place would have read
 * past every policy. This role reads nothing of a patient but which records an account may open.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createRole(db, 'app_gate')
  await sql`grant select, insert, update, delete on session to app_gate`.execute(db)
  await sql`grant select, insert, update on job to app_gate`.execute(db)
  await sql`grant select on account, organisation, second_factor to app_gate`.execute(db)
  // Whether this is the demonstration; the secret that signs sessions stands in the same table.
  await sql`grant select (name) on setting to app_gate`.execute(db)
  for (const table of ['team_member', 'named_role', 'delegation', 'emergency_access']) {
    await sql`grant select on ${sql.table(table)} to app_gate`.execute(db)
    await sql`
      create policy ${sql.id(`${table}_for_gate`)} on ${sql.table(table)} for select to app_gate using (true)`.execute(
      db,
    )
  }
}
