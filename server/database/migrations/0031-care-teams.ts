import { type Kysely, sql } from 'kysely'

/**
 * Who looks after whom: clinical teams with dated members, the team of each patient, and single records that somebody
 * outside the team has opened with a reason, to be reviewed. Patients who were there before have no team until somebody
 * assigns one; nothing is guessed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table team (
      team_id uuid primary key,
      organisation_id uuid not null references organisation,
      name text not null check (length(name) between 1 and 120),
      is_demonstration boolean not null default false,
      unique (organisation_id, name)
    )`.execute(db)
  await sql`
    create table team_member (
      membership_id uuid primary key,
      team_id uuid not null references team,
      account_id uuid not null references account,
      since date not null,
      until date check (until >= since)
    )`.execute(db)
  await sql`create unique index team_member_now on team_member (account_id, team_id) where until is null`.execute(db)
  await sql`create index team_member_of_team on team_member (team_id)`.execute(db)
  await sql`alter table patient add column team_id uuid references team, add column team_since date`.execute(db)
  await sql`create index patient_team on patient (team_id)`.execute(db)
  await sql`create index patient_without_team on patient (organisation_id) where team_id is null`.execute(db)
  await sql`
    create table emergency_access (
      access_id uuid primary key,
      patient_id uuid not null references patient on delete cascade,
      organisation_id uuid not null references organisation,
      account_id uuid not null references account,
      actor_name text not null,
      role text not null,
      began_at timestamptz not null,
      ends_at timestamptz not null check (ends_at > began_at and ends_at <= began_at + interval '12 hours'),
      reason_code text not null,
      reason text not null,
      reviewed_at timestamptz,
      reviewer_account_id uuid references account,
      reviewer_name text,
      review_outcome text check (review_outcome in ('justified', 'notJustified')),
      review_note text,
      check (num_nulls(reviewed_at, reviewer_account_id, reviewer_name, review_outcome, review_note) in (0, 5))
    )`.execute(db)
  await sql`create index emergency_access_of_account on emergency_access (account_id, ends_at)`.execute(db)
  await sql`create index emergency_access_newest on emergency_access (organisation_id, began_at desc)`.execute(db)
  await sql`grant select, insert, update on team, team_member to app_user, app_job`.execute(db)
  await sql`grant select, insert on emergency_access to app_user, app_job`.execute(db)
  await sql`
    grant update (reviewed_at, reviewer_account_id, reviewer_name, review_outcome, review_note)
      on emergency_access to app_user`.execute(db)
  await sql`
    alter table audit_event
      drop constraint audit_event_action_check,
      add check (action in ('view', 'search', 'export', 'print', 'change', 'emergency', 'sign-in', 'sign-out'))`.execute(
    db,
  )
}
