import { type Kysely, sql } from 'kysely'

/**
 * Versions of accounts and organisations, so that two administrators do not overwrite each other; one-time links that set
 * the password of one account; second factors with their recovery codes.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table account add column version integer not null default 1`.execute(db)
  await sql`alter table organisation add column version integer not null default 1`.execute(db)
  await sql`alter table one_time_link drop constraint one_time_link_purpose_check`.execute(db)
  await sql`
    alter table one_time_link
      add column account_id uuid references account,
      add constraint one_time_link_purpose_check check (purpose in ('first-administrator', 'recovery')),
      add constraint one_time_link_account_check check ((purpose = 'recovery') = (account_id is not null))`.execute(db)
  await sql`create index one_time_link_account on one_time_link (account_id)`.execute(db)
  await sql`
    create table second_factor (
      account_id uuid primary key references account,
      secret_sealed text not null,
      confirmed_at timestamptz,
      last_step integer
    )`.execute(db)
  await sql`
    create table recovery_code (
      account_id uuid not null references second_factor on delete cascade,
      code_hash text not null,
      used_at timestamptz,
      primary key (account_id, code_hash)
    )`.execute(db)
  await sql`grant select, insert, update, delete on second_factor, recovery_code to app_user`.execute(db)
}
