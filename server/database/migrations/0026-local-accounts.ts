import { type Kysely, sql } from 'kysely'

/**
 * When a session began and was last used, and a name for it that opens nothing; failed attempts to sign in. Sessions of
 * before end here: nobody knows when they were last used.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`delete from session`.execute(db)
  await sql`
    alter table session
      add column session_id uuid not null unique default gen_random_uuid(),
      add column began_at timestamptz not null,
      add column last_used_at timestamptz not null`.execute(db)
  await sql`create index session_account on session (account_id)`.execute(db)
  await sql`
    create table sign_in_failures (
      scope_hash text primary key,
      failures integer not null,
      first_at timestamptz not null,
      last_at timestamptz not null
    )`.execute(db)
  await sql`create index sign_in_failures_last on sign_in_failures (last_at)`.execute(db)
  for (const role of ['app_user', 'app_job']) {
    await sql`grant select, insert, update, delete on sign_in_failures to ${sql.id(role)}`.execute(db)
  }
}
