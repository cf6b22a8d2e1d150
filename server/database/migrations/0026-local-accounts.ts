import { type Kysely, sql } from 'kysely'

/**
 * When a session began and was last used, and a name for it that opens nothing; failed attempts to sign in; links by
 * which an account is recovered; second factors. Sessions of before end here: nobody knows when they were last used.
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
  await sql`
    alter table one_time_link
      add column account_id uuid references account,
      drop constraint one_time_link_purpose_check,
      add constraint one_time_link_purpose_check check (purpose in ('first-administrator', 'account-recovery')),
      add constraint one_time_link_account_check check ((purpose = 'account-recovery') = (account_id is not null))
    `.execute(db)
  await sql`
    create table second_factor (
      account_id uuid primary key references account,
      secret text not null,
      confirmed_at timestamptz,
      last_step integer
    )`.execute(db)
  await sql`
    create table recovery_code (
      account_id uuid not null references account,
      code_hash text not null,
      primary key (account_id, code_hash)
    )`.execute(db)
  for (const role of ['app_user', 'app_job']) {
    for (const table of ['sign_in_failures', 'second_factor', 'recovery_code']) {
      await sql`grant select, insert, update, delete on ${sql.table(table)} to ${sql.id(role)}`.execute(db)
    }
  }
}
