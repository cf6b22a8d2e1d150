import { type Kysely, sql } from 'kysely'

/**
 * Clinicians' verdicts on criteria. Setting and withdrawing are rows of one append-only history: of each criterion the
 * last row counts.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table verdict_override (
      entry_id uuid primary key,
      override_id uuid not null,
      action text not null check (action in ('set', 'withdrawn')),
      patient_id uuid not null references patient,
      trial_id uuid not null references trial,
      sequence integer not null,
      criterion_id text not null,
      cohort text,
      criterion_text text not null,
      verdict text not null check (verdict in ('met', 'notMet')),
      reason text not null,
      software_verdict text not null,
      criterion_fingerprint text not null,
      evidence_fingerprint text not null,
      actor_account_id uuid not null references account,
      actor_name text not null,
      role text not null,
      at timestamptz not null,
      unique (patient_id, trial_id, sequence),
      unique (override_id, action)
    )`.execute(db)
  await sql`
    create trigger verdict_override_append_only before update or delete on verdict_override
      for each row execute function refuse_change()`.execute(db)
  await sql`
    alter table screening_change
      drop constraint screening_change_cause_check,
      add check (cause in ('patient', 'override', 'trial', 'day', 'rules'))`.execute(db)
  for (const role of ['app_user', 'app_job']) {
    await sql`grant select, insert on verdict_override to ${sql.id(role)}`.execute(db)
  }
}
