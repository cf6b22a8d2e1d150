import { type Kysely, sql } from 'kysely'

/** Referrals, their append-only events, and the record each shared with its site. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table referral (
      referral_id uuid primary key,
      version integer not null,
      patient_id uuid not null references patient,
      trial_id uuid not null references trial,
      from_organisation_id uuid not null references organisation,
      referrer_account_id uuid not null references account,
      site_id uuid references trial_site,
      to_organisation_id uuid references organisation,
      status text not null,
      is_live boolean not null,
      entered_on date not null,
      sent_on date,
      due_from date,
      due_on date,
      escalated_from date,
      is_expedited boolean not null,
      message text not null,
      withheld_item_ids text[] not null,
      agreement jsonb,
      created_at timestamptz not null,
      last_event_at timestamptz not null
    )`.execute(db)
  await sql`create unique index referral_one_live on referral (patient_id, trial_id) where is_live`.execute(db)
  await sql`create index referral_sent_by on referral (from_organisation_id, due_on, referral_id)`.execute(db)
  await sql`create index referral_received_by on referral (to_organisation_id, due_on, referral_id)`.execute(db)
  await sql`create index referral_patient on referral (patient_id)`.execute(db)
  await sql`create index referral_site on referral (site_id)`.execute(db)
  await sql`
    create table referral_event (
      event_id uuid primary key,
      referral_id uuid not null references referral,
      sequence integer not null,
      at timestamptz not null,
      actor_account_id uuid not null references account,
      actor_name text not null,
      role text not null,
      organisation_id uuid references organisation,
      from_status text,
      to_status text not null,
      reason_code text,
      note text,
      occurred_on date,
      unique (referral_id, sequence)
    )`.execute(db)
  await sql`create index referral_event_enrolment on referral_event (occurred_on) where to_status = 'enrolled'`.execute(
    db,
  )
  await sql`
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception '% rows are only ever added', tg_table_name using errcode = 'restrict_violation';
    end $$`.execute(db)
  await sql`
    create trigger referral_event_append_only before update or delete on referral_event
      for each row execute function refuse_change()`.execute(db)
  await sql`
    create table shared_record (
      referral_id uuid primary key references referral,
      shared_at timestamptz not null,
      record jsonb not null
    )`.execute(db)
  await sql`
    create trigger shared_record_append_only before update or delete on shared_record
      for each row execute function refuse_change()`.execute(db)
}
