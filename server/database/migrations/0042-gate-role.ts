import { type Kysely, sql } from 'kysely'
import { createRole } from '../create-role.ts'

/**
 * What the service does outside the transaction of a caller: finding out who asks, keeping sessions, and taking up work
 * that waits. Until now it did so as the owner of everything, so that one statement in the wrong place would have read
 * past every policy. This role reads of a patient only which accounts have a relationship, and not a word beside that.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createRole(db, 'app_gate')
  await sql`grant select, insert, update, delete on session to app_gate`.execute(db)
  await sql`grant select, insert, update on job to app_gate`.execute(db)
  for (const [table, columns] of Object.entries(readColumns)) {
    const names = columns.split(' ').map((name) => sql.id(name))
    await sql`grant select (${sql.join(names)}) on ${sql.table(table)} to app_gate`.execute(db)
  }
  for (const table of ['team_member', 'named_role', 'delegation', 'emergency_access']) {
    await sql`
      create policy ${sql.id(`${table}_for_gate`)} on ${sql.table(table)} for select to app_gate using (true)`.execute(
      db,
    )
  }
}

/** What signing in and finding out who asks need, and of a setting whether it is there: the secret of sessions is one. */
const readColumns = {
  account: 'account_id organisation_id name role email password_hash is_active',
  organisation: 'organisation_id code name latitude longitude',
  second_factor: 'account_id confirmed_at',
  setting: 'name',
  team_member: 'account_id team_id since until',
  named_role: 'account_id organisation_id patient_id care_role starts_on ends_on ended_on',
  delegation: 'account_id organisation_id trial_id duty starts_on ends_on ended_on',
  emergency_access: 'account_id patient_id ends_at',
}
