import { type Kysely, sql } from 'kysely'

/**
 * The public register of de-identified data that left an organisation. It holds no person and is only ever added to:
 * an entry that was wrong stays, and a further one that names it puts it right, once.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table release_entry (
      release_id uuid primary key,
      organisation_id uuid not null references organisation,
      released_on date not null,
      released text not null,
      recipient text not null,
      purpose text not null,
      legal_basis text not null,
      expected_benefit text not null,
      recorded_by uuid not null references account,
      recorded_at timestamptz not null,
      corrects uuid unique references release_entry,
      reason text,
      check ((corrects is null) = (reason is null)),
      check (corrects <> release_id)
    )`.execute(db)
  await sql`create index release_entry_latest on release_entry (released_on, recorded_at, release_id)`.execute(db)
  await sql`
    create trigger release_entry_append_only before update or delete on release_entry
      for each row execute function refuse_change()`.execute(db)
  await sql`
    create trigger release_entry_not_emptied before truncate on release_entry
      for each statement execute function refuse_change()`.execute(db)
  await sql`grant select, insert on release_entry to app_user`.execute(db)
  await sql`alter table release_entry enable row level security`.execute(db)
  await sql`create policy release_entry_for_all on release_entry for select to app_user using (true)`.execute(db)
  await sql`
    create policy release_entry_of_officer on release_entry for insert to app_user
      with check (current_setting('app.role', true) = 'information-officer'
        and recorded_by = nullif(current_setting('app.account', true), '')::uuid
        and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)`.execute(db)
}
