import { type Kysely, sql } from 'kysely'

/** Organisations, accounts with one role each, sessions by the hash of their identifier, one-time links, settings. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table organisation (
      organisation_id uuid primary key,
      code text not null unique,
      name text not null,
      latitude double precision,
      longitude double precision,
      is_demonstration boolean not null default false
    )`.execute(db)
  await sql`
    create table account (
      account_id uuid primary key,
      email text not null,
      name text not null,
      password_hash text not null,
      role text not null check (role in ('oncologist', 'nurse', 'site-nurse', 'investigator', 'trust-lead',
        'national-lead', 'information-officer', 'administrator', 'privacy-officer')),
      organisation_id uuid references organisation,
      is_active boolean not null default true,
      is_demonstration boolean not null default false,
      created_at timestamptz not null default now()
    )`.execute(db)
  await sql`create unique index account_email on account (lower(email))`.execute(db)
  await sql`
    create table session (
      session_hash text primary key,
      account_id uuid references account,
      data jsonb not null,
      expires_at timestamptz not null
    )`.execute(db)
  await sql`create index session_expiry on session (expires_at)`.execute(db)
  await sql`
    create table one_time_link (
      token_hash text primary key,
      purpose text not null check (purpose in ('first-administrator')),
      expires_at timestamptz not null,
      used_at timestamptz
    )`.execute(db)
  await sql`create table setting (name text primary key, value jsonb not null)`.execute(db)
}
