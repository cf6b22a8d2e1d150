import { type Kysely, sql } from 'kysely'

/**
 * Row-level security on everything about a patient. A request sees the patients of the caller's teams, the records that
 * the caller has opened for a stated reason, and referrals that were sent to the caller's organisation, whatever its
 * statement asks for. Background work sees everything; counts across organisations may be read by a role that can only
 * read. The policies repeat `domain/access`, so that each is a wall of its own.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await makeCallerFunctions(db)
  await protectPatient(db)
  for (const table of ofPatient) {
    await protect(
      db,
      table,
      sql`exists (select from patient where patient.patient_id = ${sql.table(table)}.patient_id)`,
    )
  }
  await protectReferral(db)
  for (const table of ['referral_event', 'shared_record']) {
    await protect(
      db,
      table,
      sql`exists (select from referral where referral.referral_id = ${sql.table(table)}.referral_id)`,
    )
  }
  for (const table of ['change_seen', 'idempotency_key']) {
    await protect(db, table, sql`account_id = (select caller_account())`)
  }
  await makeAuditFunctions(db)
  await protectEmergencyAccess(db)
  await protectTeams(db)
  await makeGates(db)
  await letNamesBeFound(db)
  await letCountsRead(db)
}

/** Rows of these belong to the patient whom they name. */
const ofPatient = [
  'diagnosis',
  'observation',
  'treatment',
  'biomarker',
  'assertion',
  'patient_facts',
  'candidate_count',
  'screening',
  'screening_change',
  'verdict_override',
] as const

type Condition = ReturnType<typeof sql>

async function protect(db: Kysely<unknown>, table: string, isCallers: Condition): Promise<void> {
  await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
  await sql`
    create policy ${sql.id(`${table}_of_caller`)} on ${sql.table(table)} to app_user
      using (${isCallers}) with check (${isCallers})`.execute(db)
  await sql`create policy ${sql.id(`${table}_for_jobs`)} on ${sql.table(table)} to app_job using (true)`.execute(db)
}

/** What the transaction was told of the caller. Asked in a policy as `(select …)`, each is worked out once a statement. */
async function makeCallerFunctions(db: Kysely<unknown>): Promise<void> {
  const functions = {
    caller_organisation: sql`uuid language sql stable parallel safe
      as $$ select nullif(current_setting('app.organisation', true), '')::uuid $$`,
    caller_account: sql`uuid language sql stable parallel safe
      as $$ select nullif(current_setting('app.account', true), '')::uuid $$`,
    caller_role: sql`text language sql stable parallel safe as $$ select current_setting('app.role', true) $$`,
    caller_teams: sql`uuid[] language sql stable parallel safe
      as $$ select coalesce(nullif(current_setting('app.teams', true), '')::uuid[], '{}') $$`,
    caller_patients: sql`uuid[] language sql stable parallel safe
      as $$ select coalesce(nullif(current_setting('app.patients', true), '')::uuid[], '{}') $$`,
  }
  for (const [name, body] of Object.entries(functions)) {
    await sql`create function ${sql.id(name)}() returns ${body}`.execute(db)
  }
}

async function protectPatient(db: Kysely<unknown>): Promise<void> {
  await protect(
    db,
    'patient',
    sql`organisation_id = (select caller_organisation())
      and (team_id = any ((select caller_teams())::uuid[]) or patient_id = any ((select caller_patients())::uuid[])
        or (team_id is null and (select caller_role()) = 'information-officer'))`,
  )
  await sql`
    create policy patient_for_officer on patient for select to app_user
      using ((select caller_role()) = 'privacy-officer'
        and ((select caller_organisation()) is null or organisation_id = (select caller_organisation())))`.execute(db)
}

/** Those of the caller's patients, and those that were sent to a site of the caller's organisation. */
async function protectReferral(db: Kysely<unknown>): Promise<void> {
  await protect(
    db,
    'referral',
    sql`(from_organisation_id = (select caller_organisation())
        and exists (select from patient where patient.patient_id = referral.patient_id))
      or (to_organisation_id = (select caller_organisation()) and sent_on is not null
        and (select caller_role()) in ('site-nurse', 'investigator'))`,
  )
}

/** Clinicians open records of their own organisation; whoever may see the patient sees who did. An officer reviews. */
async function protectEmergencyAccess(db: Kysely<unknown>): Promise<void> {
  const isOfficers = sql`(select caller_role()) = 'privacy-officer'
    and ((select caller_organisation()) is null or organisation_id = (select caller_organisation()))`
  const policies = {
    read: sql`for select to app_user using (${isOfficers} or account_id = (select caller_account())
      or exists (select from patient where patient.patient_id = emergency_access.patient_id))`,
    open: sql`for insert to app_user with check (account_id = (select caller_account()) and reviewed_at is null
      and (select caller_role()) in ('oncologist', 'nurse') and organisation_id = (select caller_organisation())
      and organisation_id = any (audited_organisations(array[patient_id])))`,
    review: sql`for update to app_user using (${isOfficers}) with check (${isOfficers})`,
    for_jobs: sql`to app_job using (true)`,
  }
  await protectBy(db, 'emergency_access', policies)
}

/** Everybody sees the teams of the own organisation; its information officer keeps them. */
async function protectTeams(db: Kysely<unknown>): Promise<void> {
  const isOwn = sql`organisation_id = (select caller_organisation())`
  const isOfOwn = sql`exists (select from team where team.team_id = team_member.team_id)`
  const isKeeper = sql`(select caller_role()) = 'information-officer'`
  for (const [table, isCallers] of [
    ['team', isOwn],
    ['team_member', isOfOwn],
  ] as const) {
    await protectBy(db, table, {
      read: sql`for select to app_user using (${isCallers})`,
      add: sql`for insert to app_user with check (${isCallers} and ${isKeeper})`,
      change: sql`for update to app_user using (${isCallers} and ${isKeeper}) with check (${isCallers} and ${isKeeper})`,
      for_jobs: sql`to app_job using (true)`,
    })
  }
}

async function protectBy(
  db: Kysely<unknown>,
  table: string,
  policies: Readonly<Record<string, Condition>>,
): Promise<void> {
  await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
  for (const [name, rule] of Object.entries(policies)) {
    await sql`create policy ${sql.id(`${table}_${name}`)} on ${sql.table(table)} ${rule}`.execute(db)
  }
}

/**
 * A patient who is given to another team is none of the caller's from then on, which no policy for a change can allow.
 * These are the gates: a clinician gives away a patient of the own team, an information officer assigns one without a team;
 * and a patient of another team is found by both number and date of birth, and nothing else is told of them.
 */
async function makeGates(db: Kysely<unknown>): Promise<void> {
  const gates = {
    assign_patient_team: sql`(asked uuid, from_team uuid, to_team uuid, on_day date) returns boolean
      language sql volatile security definer set search_path = public, pg_temp
      as $$
        with assigned as (
          update patient set team_id = to_team, team_since = on_day
          where patient_id = asked and organisation_id = caller_organisation()
            and team_id is not distinct from from_team
            and exists (select from team where team_id = to_team and organisation_id = caller_organisation())
            and case caller_role()
              when 'information-officer' then from_team is null
              when 'oncologist' then from_team = any (caller_teams())
              when 'nurse' then from_team = any (caller_teams())
              else false end
          returning patient_id)
        select exists (select from assigned)
      $$`,
    patient_to_open: sql`(number text, birthday date) returns table (patient_id uuid, team_id uuid)
      language sql stable security definer rows 1 set search_path = public, pg_temp
      as $$
        select patient.patient_id, patient.team_id from patient
        where organisation_id = caller_organisation() and nhs_number = number and born_on = birthday
          and caller_role() in ('oncologist', 'nurse')
      $$`,
  }
  await makeFunctions(db, gates, 'app_user')
}

/**
 * Under row-level security no index is used for an operator that could tell of hidden rows, and looking for a piece of text
 * is one. This looks for the caller, within the caller's own patients.
 */
async function letNamesBeFound(db: Kysely<unknown>): Promise<void> {
  const named = sql`(patterns text[]) returns setof uuid
    language sql stable security definer rows 50 set search_path = public, pg_temp
    as $$
      select patient_id
      from unnest(patterns) as pattern cross join lateral (
        -- Looked for first: the patients of a team are many, those with a piece of a name are few.
        select patient_id, organisation_id, team_id from patient where search like pattern offset 0) as named
      where organisation_id = (select caller_organisation())
        and (team_id = any ((select caller_teams())::uuid[]) or patient_id = any ((select caller_patients())::uuid[]))
    $$`
  await makeFunctions(db, { patients_named: named }, 'app_user')
}

const countedOfPatients = [
  ...['patient', 'patient_facts', 'candidate_count', 'screening', 'verdict_override'],
  ...['referral', 'referral_event'],
]
const countedTables = [
  ...countedOfPatients,
  ...['trial', 'trial_version', 'trial_site', 'organisation', 'account', 'setting'],
]

async function letCountsRead(db: Kysely<unknown>): Promise<void> {
  for (const table of countedTables) {
    await sql`grant select on ${sql.table(table)} to app_counts`.execute(db)
  }
  for (const table of countedOfPatients) {
    await sql`
      create policy ${sql.id(`${table}_for_counts`)} on ${sql.table(table)} for select to app_counts using (true)`.execute(
      db,
    )
  }
}

/** The log has to say whose patient it was also of one whom the caller may not see; these tell no more than that. */
async function makeAuditFunctions(db: Kysely<unknown>): Promise<void> {
  const functions = {
    audited_patients: sql`(patients uuid[], referrals uuid[]) returns uuid[]
      language sql stable security definer set search_path = public, pg_temp
      as $$ select array(select unnest(patients)
        union select patient_id from referral where referral_id = any(referrals)) $$`,
    audited_organisations: sql`(patients uuid[]) returns uuid[]
      language sql stable security definer set search_path = public, pg_temp
      as $$ select array(select distinct organisation_id from patient where patient_id = any(patients)) $$`,
  }
  await makeFunctions(db, functions, 'app_user, app_job')
}

/** Functions of the owner's, which only these roles may call. */
async function makeFunctions(
  db: Kysely<unknown>,
  functions: Readonly<Record<string, Condition>>,
  roles: string,
): Promise<void> {
  for (const [name, body] of Object.entries(functions)) {
    await sql`create function ${sql.id(name)}${body}`.execute(db)
    await sql`revoke execute on function ${sql.id(name)} from public`.execute(db)
    await sql`grant execute on function ${sql.id(name)} to ${sql.raw(roles)}`.execute(db)
  }
}
