import { type Kysely, sql } from 'kysely'

/**
 * Who did what, and the chain that proves that nothing of it was changed since. An event names patients by their
 * identifiers only and holds no clinical value. Links are made afterwards, one for each event, so that no request waits
 * for the end of the chain; the head says how long the chain is, so that a piece cut off is missed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit_event (
      event_id uuid primary key,
      sequence bigint generated always as identity unique,
      at timestamptz not null,
      actor_kind text not null check (actor_kind in ('person', 'system', 'nobody')),
      actor_account_id uuid,
      actor_name text,
      role text,
      actor_organisation_id uuid,
      session_ref text,
      address text,
      request_id text,
      operation text not null,
      action text not null check (action in ('view', 'search', 'export', 'print', 'change', 'sign-in', 'sign-out')),
      outcome text not null check (outcome in ('done', 'repeated', 'begun', 'denied', 'refused', 'failed')),
      basis text,
      patient_ids uuid[] not null,
      organisation_ids uuid[] not null,
      trial_id uuid,
      referral_id uuid,
      account_id uuid,
      result_count integer,
      fields text[] not null,
      reason text,
      app_version text not null,
      rules_version integer not null,
      check ((actor_kind = 'person') = (actor_account_id is not null))
    )`.execute(db)
  // Kept up to date with each row: put off, the work would fall on one unlucky request.
  await sql`create index audit_event_patients on audit_event using gin (patient_ids) with (fastupdate = off)`.execute(
    db,
  )
  await sql`create index audit_event_actor on audit_event (actor_account_id, sequence)`.execute(db)
  await sql`create index audit_event_at on audit_event (at)`.execute(db)
  // What was denied or failed is rare and is what is looked for.
  await sql`create index audit_event_not_done on audit_event (sequence) where outcome <> 'done'`.execute(db)
  await sql`
    create table audit_link (
      position bigint primary key,
      event_id uuid not null unique references audit_event,
      sequence bigint not null unique,
      linked_at timestamptz not null,
      hash text not null
    )`.execute(db)
  await sql`
    create table audit_head (
      is_head boolean primary key check (is_head),
      position bigint not null,
      linked_at timestamptz,
      hash text not null
    )`.execute(db)
  await sql`insert into audit_head (is_head, position, linked_at, hash) values (true, 0, null, repeat('0', 64))`.execute(
    db,
  )
  await sql`
    create function refuse_shorter_chain() returns trigger language plpgsql as $$
    begin
      if new.position <= old.position then
        raise exception 'the audit chain only grows' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$`.execute(db)
  for (const table of ['audit_event', 'audit_link']) {
    await sql`
      create trigger ${sql.id(`${table}_append_only`)} before update or delete on ${sql.table(table)}
        for each row execute function refuse_change()`.execute(db)
  }
  await sql`
    create trigger audit_head_stays before delete on audit_head for each row execute function refuse_change()`.execute(
    db,
  )
  await sql`
    create trigger audit_head_moves_on before update on audit_head
      for each row execute function refuse_shorter_chain()`.execute(db)
  for (const table of ['audit_event', 'audit_link', 'audit_head']) {
    await sql`
      create trigger ${sql.id(`${table}_not_emptied`)} before truncate on ${sql.table(table)}
        for each statement execute function refuse_change()`.execute(db)
  }
  await grantAccess(db)
}

/** Requests write as the person who asks and read for a privacy officer; background work writes as the system and links. */
async function grantAccess(db: Kysely<unknown>): Promise<void> {
  await sql`grant select, insert on audit_event to app_user`.execute(db)
  await sql`grant select, insert on audit_event to app_job`.execute(db)
  await sql`grant select, insert on audit_link to app_job`.execute(db)
  await sql`grant select, update on audit_head to app_job`.execute(db)
  await sql`alter table audit_event enable row level security`.execute(db)
  await sql`
    create policy audit_event_of_caller on audit_event for insert to app_user
      with check (actor_kind <> 'system'
        and actor_account_id is not distinct from nullif(current_setting('app.account', true), '')::uuid)`.execute(db)
  await sql`
    create policy audit_event_of_system on audit_event for insert to app_job with check (actor_kind = 'system')`.execute(
    db,
  )
  await sql`
    create policy audit_event_for_officer on audit_event for select to app_user
      using (case
        when current_setting('app.role', true) is distinct from 'privacy-officer' then false
        when coalesce(current_setting('app.organisation', true), '') = '' then true
        else current_setting('app.organisation', true)::uuid = any (organisation_ids) end)`.execute(db)
  await sql`create policy audit_event_for_sealer on audit_event for select to app_job using (true)`.execute(db)
  // Under row-level security an index is used only for operators that cannot tell of rows that are hidden, and
  // searching lists is none of those. This gives numbers alone; what stands under them is read under the policy.
  await sql`
    create function audit_sequences_of_patient(patient uuid) returns setof bigint
    language sql stable security definer rows 200 set search_path = public, pg_temp
    as $$ select sequence from audit_event where patient_ids @> array[patient] $$`.execute(db)
  await sql`revoke execute on function audit_sequences_of_patient from public`.execute(db)
  await sql`grant execute on function audit_sequences_of_patient to app_user`.execute(db)
}
