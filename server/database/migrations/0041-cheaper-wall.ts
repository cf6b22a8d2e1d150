import { type Kysely, sql } from 'kysely'

/**
 * Which patients are the caller's stays as it was; the database finds it out with less work.
 *
 * - Written as a case, the planner takes the rule for as likely as not. Of a comparison with what the transaction was told
 *   it supposes that hardly any row passes, and sorts all patients of a large team for the sake of a page that an index
 *   gives in order. The statements say themselves what an index can answer.
 * - What the transaction was told is read from the setting itself: a function around it is taken apart anew for every table
 *   of every statement, and planning took longer than finding.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const isOwnOrganisation = sql`organisation_id = (select ${told.organisation})`
  const isCallers = sql`case when ${isOwnOrganisation}
      and (team_id = any ((select ${told.teams})::uuid[])
        or patient_id = any ((select ${told.patients} || ${told.named})::uuid[])
        or (team_id is null and (select ${told.role}) = 'information-officer'))
    then true else false end`
  const isOfficers = sql`case when (select ${told.role}) = 'privacy-officer'
      and ((select ${told.organisation}) is null or ${isOwnOrganisation})
    then true else false end`
  await sql`alter policy patient_of_caller on patient using (${isCallers}) with check (${isCallers})`.execute(db)
  await sql`alter policy patient_for_officer on patient using (${isOfficers})`.execute(db)
  await askOfEachRow(db)
  await keepListsInRows(db)
}

const idsTold = (setting: string) => sql`coalesce(nullif(current_setting(${sql.lit(setting)}, true), '')::uuid[], '{}')`

/** What the transaction was told of the caller. Asked in a policy as `(select …)`, each is worked out once a statement. */
const told = {
  organisation: sql`nullif(current_setting('app.organisation', true), '')::uuid`,
  role: sql`current_setting('app.role', true)`,
  teams: idsTold('app.teams'),
  patients: idsTold('app.patients'),
  named: idsTold('app.named'),
}

/** Asked whether a row exists, the planner may first make a list of everybody; asked for a value, it looks for the one. */
async function askOfEachRow(db: Kysely<unknown>): Promise<void> {
  for (const table of ['patient_facts', 'candidate_count', 'screening', 'screening_change']) {
    const isCallers = sql`(select true from patient where patient.patient_id = ${sql.table(table)}.patient_id)`
    await sql`
      alter policy ${sql.id(`${table}_of_caller`)} on ${sql.table(table)}
        using (${isCallers}) with check (${isCallers})`.execute(db)
  }
}

/** Short lists that are read for every patient of a worklist stay in the row, and not beside it like the long columns. */
async function keepListsInRows(db: Kysely<unknown>): Promise<void> {
  for (const column of ['cancer_exact', 'cancer_group', 'cancer_possible', 'missing', 'refused_trials']) {
    await sql`alter table patient_facts alter column ${sql.id(column)} set storage main`.execute(db)
  }
}
