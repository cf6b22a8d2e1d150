import { type Kysely, sql } from 'kysely'

/**
 * What patients want, and what must be minded of them: wishes not to hear about research, looks at the national data
 * opt-out, the sensitive flag, and deaths, as one history each that is only added to. A referral carries what both ends
 * must know at once, because a site reads no record. Nobody has a wish before, so stored answers stay right.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table patient_wish_event (
      event_id uuid primary key,
      patient_id uuid not null references patient on delete cascade,
      sequence integer not null check (sequence > 0),
      kind text not null
        check (kind in ('researchWish', 'researchWishWithdrawn', 'optOutCheck', 'sensitiveFlag', 'death')),
      act jsonb not null,
      account_id uuid references account,
      recorded_by text not null,
      recorded_at timestamptz not null,
      unique (patient_id, sequence)
    )`.execute(db)
  await sql`alter table patient add column is_sensitive boolean not null default false`.execute(db)
  await sql`
    alter table patient_facts
      add column refuses_research boolean not null default false,
      add column refused_trials text[] not null default '{}'`.execute(db)
  await sql`alter table referral add column patient_notices jsonb not null default '[]'`.execute(db)
  await sql`grant select, insert on patient_wish_event to app_user, app_job`.execute(db)
  await sql`alter table patient_wish_event enable row level security`.execute(db)
  const isCallers = sql`exists (select from patient where patient.patient_id = patient_wish_event.patient_id)`
  await sql`
    create policy patient_wish_event_of_caller on patient_wish_event to app_user
      using (${isCallers}) with check (${isCallers} and account_id = (select caller_account()))`.execute(db)
  await sql`create policy patient_wish_event_for_jobs on patient_wish_event to app_job using (true)`.execute(db)
}
