import { type Kysely, sql } from 'kysely'

/**
 * A name for what the sites, and the accounts that could receive a referral there, are now. It changes with them, in the
 * same transaction, so that whoever keeps the sites of every trial need only ask whether it is still the same. A random
 * name and no number: one that was rolled back is never given to anything else.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table site_state (
      is_only boolean primary key default true check (is_only),
      state uuid not null default gen_random_uuid()
    )`.execute(db)
  await sql`insert into site_state default values`.execute(db)
  await sql`grant select on site_state to app_user, app_job, app_counts`.execute(db)
  await sql`
    create function rename_site_state() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
    as $$ begin update site_state set state = gen_random_uuid(); return null; end $$`.execute(db)
  await sql`
    create trigger site_changed after insert or update or delete or truncate on trial_site
      for each statement execute function rename_site_state()`.execute(db)
  await sql`
    create trigger receiver_changed after insert or delete or truncate or update of is_active, role, organisation_id
      on account for each statement execute function rename_site_state()`.execute(db)
}
