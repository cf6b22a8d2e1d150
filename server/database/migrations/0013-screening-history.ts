import { type Kysely, sql } from 'kysely'

/**
 * How answers changed from one screening to the next, who has seen it, and with each stored answer when it was found and
 * the keys of what would settle it. Answers stored before have no keys, so the next start screens everybody again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table screening
      add column screened_at timestamptz not null default now(),
      add column undecided_keys text[] not null default '{}'`.execute(db)
  await sql`create index screening_undecided on screening using gin (undecided_keys)`.execute(db)
  await sql`alter table candidate_count add column screened_at timestamptz not null default now()`.execute(db)
  await sql`update candidate_count set as_of = '0001-01-01'`.execute(db)
  await sql`
    create table screening_change (
      change_id uuid primary key,
      patient_id uuid not null references patient,
      trial_id uuid not null references trial,
      organisation_id uuid not null references organisation,
      at timestamptz not null,
      as_of date not null,
      cause text not null check (cause in ('patient', 'trial', 'day', 'rules')),
      kind text not null check (kind in ('newTrial', 'nowMayFit', 'noLongerMatches', 'other')),
      from_outcome text,
      to_outcome text,
      because jsonb not null,
      has_text_to_read boolean not null,
      facts_version integer not null,
      trial_version integer not null,
      rules_version integer not null,
      check (from_outcome is distinct from to_outcome)
    )`.execute(db)
  await sql`create index screening_change_newest on screening_change (organisation_id, at desc, change_id desc)`.execute(
    db,
  )
  await sql`create index screening_change_pair on screening_change (patient_id, trial_id, at)`.execute(db)
  await sql`
    create trigger screening_change_append_only before update or delete on screening_change
      for each row execute function refuse_change()`.execute(db)
  await sql`
    create table change_seen (
      account_id uuid not null references account,
      change_id uuid not null references screening_change,
      seen_at timestamptz not null default now(),
      primary key (account_id, change_id)
    )`.execute(db)
  for (const role of ['app_user', 'app_job']) {
    for (const table of ['screening_change', 'change_seen']) {
      await sql`grant select, insert on ${sql.table(table)} to ${sql.id(role)}`.execute(db)
    }
  }
}
