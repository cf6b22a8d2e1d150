import { type Kysely, sql } from 'kysely'

/**
 * People who are named on a patient by a role, from a day on: while it stands they are to the patient as a member of the
 * team is. Lines are added and ended, never changed or taken away. Nobody is named at first: the consultant in the record
 * is a text that says no account.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table named_role (
      named_role_id uuid primary key,
      patient_id uuid not null references patient on delete cascade,
      organisation_id uuid not null references organisation,
      account_id uuid not null references account,
      care_role text not null check (care_role in ('consultantInCharge', 'namedNurse', 'coveringClinician')),
      starts_on date not null,
      ends_on date check (ends_on >= starts_on),
      reason text not null,
      entered_at timestamptz not null,
      entered_by_account_id uuid not null references account,
      entered_by_name text not null,
      ended_on date,
      ended_at timestamptz,
      ended_by_account_id uuid references account,
      ended_by_name text,
      end_reason text,
      check (care_role <> 'coveringClinician' or ends_on is not null),
      check (num_nulls(ended_on, ended_at, ended_by_account_id, ended_by_name, end_reason) in (0, 5))
    )`.execute(db)
  await sql`create index named_role_of_account on named_role (account_id) where ended_on is null`.execute(db)
  await sql`create index named_role_of_patient on named_role (patient_id)`.execute(db)
  await sql`grant select, insert on named_role to app_user`.execute(db)
  await sql`
    grant update (ended_on, ended_at, ended_by_account_id, ended_by_name, end_reason) on named_role to app_user`.execute(
    db,
  )
  await sql`
    create function caller_named() returns uuid[] language sql stable parallel safe
      as $$ select coalesce(nullif(current_setting('app.named', true), '')::uuid[], '{}') $$`.execute(db)
  await widenPatient(db)
  await protectNamedRoles(db)
  await widenGates(db)
}

/** Beside whom the teams look after: those on whom the caller is named. */
async function widenPatient(db: Kysely<unknown>): Promise<void> {
  const isCallers = sql`organisation_id = (select caller_organisation())
    and (team_id = any ((select caller_teams())::uuid[])
      or patient_id = any ((select caller_patients() || caller_named())::uuid[])
      or (team_id is null and (select caller_role()) = 'information-officer'))`
  await sql`alter policy patient_of_caller on patient using (${isCallers}) with check (${isCallers})`.execute(db)
}

/**
 * Whoever sees the patient sees who is named. A member of the team names clinicians of the organisation, an officer where
 * there is no team: whoever is named, or has opened the record, names nobody, and so can make nothing last longer.
 */
async function protectNamedRoles(db: Kysely<unknown>): Promise<void> {
  const isNamers = sql`organisation_id = (select caller_organisation()) and exists (
    select from patient
    where patient.patient_id = named_role.patient_id and patient.organisation_id = named_role.organisation_id
      and case (select caller_role())
        when 'information-officer' then patient.team_id is null
        when 'oncologist' then patient.team_id = any ((select caller_teams())::uuid[])
        when 'nurse' then patient.team_id = any ((select caller_teams())::uuid[])
        else false end)`
  const isClinician = sql`exists (
    select from account
    where account.account_id = named_role.account_id and account.organisation_id = named_role.organisation_id
      and account.is_active and account.role in ('oncologist', 'nurse'))`
  const isEnders = sql`((${isNamers}) or account_id = (select caller_account()))`
  const policies = {
    read: sql`for select to app_user using (
      exists (select from patient where patient.patient_id = named_role.patient_id))`,
    add: sql`for insert to app_user with check (${isNamers} and ${isClinician} and ended_on is null
      and entered_by_account_id = (select caller_account()))`,
    end: sql`for update to app_user using (${isEnders} and ended_on is null)
      with check (${isEnders} and ended_by_account_id = (select caller_account()))`,
    for_jobs: sql`to app_job using (true)`,
  }
  await sql`alter table named_role enable row level security`.execute(db)
  for (const [name, rule] of Object.entries(policies)) {
    await sql`create policy ${sql.id(`named_role_${name}`)} on named_role ${rule}`.execute(db)
  }
}

/** Handing over to a team, and looking for a piece of a name, reach as far as the caller's patients do. */
async function widenGates(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function assign_patient_team(asked uuid, from_team uuid, to_team uuid, on_day date) returns boolean
      language sql volatile security definer set search_path = public, pg_temp
      as $$
        with assigned as (
          update patient set team_id = to_team, team_since = on_day
          where patient_id = asked and organisation_id = caller_organisation()
            and team_id is not distinct from from_team
            and exists (select from team where team_id = to_team and organisation_id = caller_organisation())
            and case
              when caller_role() = 'information-officer' then from_team is null
              when caller_role() in ('oncologist', 'nurse')
                then coalesce(from_team = any (caller_teams()), false) or patient_id = any (caller_named())
              else false end
          returning patient_id)
        select exists (select from assigned)
      $$`.execute(db)
  await sql`
    create or replace function patients_named(patterns text[]) returns setof uuid
      language sql stable security definer rows 50 set search_path = public, pg_temp
      as $$
        select patient_id
        from unnest(patterns) as pattern cross join lateral (
          -- Looked for first: the patients of a team are many, those with a piece of a name are few.
          select patient_id, organisation_id, team_id from patient where search like pattern offset 0) as named
        where organisation_id = (select caller_organisation())
          and (team_id = any ((select caller_teams())::uuid[])
            or patient_id = any ((select caller_patients() || caller_named())::uuid[]))
      $$`.execute(db)
}
