import { type Kysely, sql } from 'kysely'

/**
 * Accounts that a provider of single sign-on vouches for: known by issuer and subject, and without a password. Email
 * addresses tell local accounts apart only: one that a provider tells takes over nobody's account. Steps of a signing in
 * that is under way, bound to the browser, and logout tokens that were used.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table account
      alter column password_hash drop not null,
      add column external_subject text unique,
      add constraint account_known_by_one check ((password_hash is null) = (external_subject is not null))`.execute(db)
  await sql`drop index account_email`.execute(db)
  await sql`create unique index account_email on account (lower(email)) where external_subject is null`.execute(db)
  await sql`
    create table sign_in_step (
      browser_hash text not null,
      kind text not null check (kind in ('redirect', 'role-choice', 'refusal', 'sign-out')),
      state_hash text not null,
      data jsonb not null,
      expires_at timestamptz not null,
      primary key (browser_hash, kind, state_hash)
    )`.execute(db)
  await sql`create index sign_in_step_expiry on sign_in_step (expires_at)`.execute(db)
  await sql`create table used_logout_token (token_hash text primary key, expires_at timestamptz not null)`.execute(db)
  await sql`create index used_logout_token_expiry on used_logout_token (expires_at)`.execute(db)
  for (const role of ['app_user', 'app_job']) {
    await sql`grant select, insert, update, delete on sign_in_step, used_logout_token to ${sql.id(role)}`.execute(db)
  }
}
