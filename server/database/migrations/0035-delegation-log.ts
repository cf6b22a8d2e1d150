import { type Kysely, sql } from 'kysely'

/**
 * Who may do what on a trial at a site, from when to when. Lines are added and ended, never changed or taken away. A
 * referral that was sent to a site is from now on seen by those of its people who are on the log of the trial, and by no
 * others; nobody is guessed to be, so that after an upgrade each log is empty until somebody has filled it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table delegation (
      entry_id uuid primary key,
      trial_id uuid not null references trial,
      organisation_id uuid not null references organisation,
      account_id uuid not null references account,
      duty text not null check (duty in ('principalInvestigator', 'subInvestigator', 'preScreening', 'consent', 'coordination')),
      starts_on date not null,
      ends_on date check (ends_on >= starts_on),
      entered_at timestamptz not null,
      entered_by_account_id uuid references account,
      entered_by_name text not null,
      ended_on date,
      ended_at timestamptz,
      ended_by_account_id uuid references account,
      ended_by_name text,
      end_reason text,
      check (num_nulls(ended_on, ended_at, ended_by_account_id, ended_by_name, end_reason) in (0, 5))
    )`.execute(db)
  await sql`create index delegation_of_account on delegation (account_id)`.execute(db)
  await sql`create index delegation_of_site on delegation (organisation_id, trial_id)`.execute(db)
  await sql`
    create unique index delegation_once on delegation (trial_id, organisation_id, account_id, duty, starts_on)
      where ended_on is null`.execute(db)
  await sql`grant select, insert on delegation to app_user`.execute(db)
  await sql`
    grant update (ended_on, ended_at, ended_by_account_id, ended_by_name, end_reason) on delegation to app_user`.execute(
    db,
  )
  await makeCallerFunctions(db)
  await protectDelegation(db)
  await narrowReferrals(db)
  await makeGate(db)
}

/** What the transaction was told of the caller: the trials on whose log they are today, and those that they lead. */
async function makeCallerFunctions(db: Kysely<unknown>): Promise<void> {
  for (const [name, setting] of [
    ['caller_trials', 'app.trials'],
    ['caller_led_trials', 'app.led_trials'],
  ] as const) {
    await sql`
      create function ${sql.id(name)}() returns uuid[] language sql stable parallel safe
        as $$ select coalesce(nullif(current_setting(${sql.lit(setting)}, true), '')::uuid[], '{}') $$`.execute(db)
  }
}

/** The site's people read it. An administrator and the leader of the trial keep it; nobody adds to it for themselves. */
async function protectDelegation(db: Kysely<unknown>): Promise<void> {
  const isOwn = sql`organisation_id = (select caller_organisation())`
  const isGivers = sql`(${isOwn} and ((select caller_role()) = 'administrator'
    or ((select caller_role()) = 'investigator' and duty <> 'principalInvestigator'
      and trial_id = any ((select caller_led_trials())::uuid[]))))`
  const isEnders = sql`(${isGivers} or (${isOwn} and account_id = (select caller_account())))`
  const policies = {
    read: sql`for select to app_user
      using (${isOwn} and (select caller_role()) in ('site-nurse', 'investigator', 'administrator'))`,
    add: sql`for insert to app_user with check (${isGivers} and ended_on is null
      and account_id <> (select caller_account()) and entered_by_account_id = (select caller_account()))`,
    end: sql`for update to app_user using (${isEnders} and ended_on is null)
      with check (${isEnders} and ended_by_account_id = (select caller_account()))`,
  }
  await sql`alter table delegation enable row level security`.execute(db)
  for (const [name, rule] of Object.entries(policies)) {
    await sql`create policy ${sql.id(`delegation_${name}`)} on delegation ${rule}`.execute(db)
  }
}

/** As before at the referrer's end; at the site's, only for the trials on whose log the caller is. */
async function narrowReferrals(db: Kysely<unknown>): Promise<void> {
  const isCallers = sql`(from_organisation_id = (select caller_organisation())
      and exists (select from patient where patient.patient_id = referral.patient_id))
    or (to_organisation_id = (select caller_organisation()) and sent_on is not null
      and (select caller_role()) in ('site-nurse', 'investigator')
      and trial_id = any ((select caller_trials())::uuid[]))`
  await sql`alter policy referral_of_caller on referral using (${isCallers}) with check (${isCallers})`.execute(db)
}

/** Of a referral to the caller's site this tells which trial it is for, so that a refusal can say whom to ask. */
async function makeGate(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function received_for_trial(asked uuid) returns uuid
      language sql stable security definer set search_path = public, pg_temp
      as $$
        select trial_id from referral
        where referral_id = asked and to_organisation_id = caller_organisation() and sent_on is not null
          and caller_role() in ('site-nurse', 'investigator')
      $$`.execute(db)
  await sql`revoke execute on function received_for_trial from public`.execute(db)
  await sql`grant execute on function received_for_trial to app_user`.execute(db)
}
