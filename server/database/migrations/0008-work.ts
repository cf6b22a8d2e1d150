import { type Kysely, sql } from 'kysely'

/** Answers kept for repeated requests, effects waiting to reach another feature, and leased background work. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table idempotency_key (
      account_id uuid not null references account,
      key uuid not null,
      operation text not null,
      request_hash text not null,
      answer jsonb not null,
      created_at timestamptz not null default now(),
      primary key (account_id, key)
    )`.execute(db)
  await sql`
    create table outbox (
      outbox_id bigint generated always as identity primary key,
      topic text not null,
      payload jsonb not null,
      created_at timestamptz not null default now(),
      handled_at timestamptz
    )`.execute(db)
  await sql`create index outbox_waiting on outbox (outbox_id) where handled_at is null`.execute(db)
  await sql`
    create table job (
      job_id bigint generated always as identity primary key,
      kind text not null,
      subject text not null,
      progress jsonb not null default '{}',
      run_after timestamptz not null default now(),
      leased_until timestamptz,
      attempts integer not null default 0,
      last_error text,
      finished_at timestamptz
    )`.execute(db)
  await sql`create unique index job_waiting on job (kind, subject) where finished_at is null`.execute(db)
}
