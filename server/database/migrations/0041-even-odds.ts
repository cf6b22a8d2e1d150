import { type Kysely, sql } from 'kysely'

/**
 * Which patients are the caller's stays as it was. Written as a case, the planner takes it for as likely as not: of a
 * comparison with what the transaction was told it supposes that hardly any row passes, and sorts all patients of a large
 * team for the sake of a page that an index gives in order. The statements say themselves what an index can answer.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const isCallers = sql`case when organisation_id = (select caller_organisation())
      and (team_id = any ((select caller_teams())::uuid[])
        or patient_id = any ((select caller_patients() || caller_named())::uuid[])
        or (team_id is null and (select caller_role()) = 'information-officer'))
    then true else false end`
  await sql`alter policy patient_of_caller on patient using (${isCallers}) with check (${isCallers})`.execute(db)
  await sql`
    alter policy patient_for_officer on patient using (
      case when (select caller_role()) = 'privacy-officer'
          and ((select caller_organisation()) is null or organisation_id = (select caller_organisation()))
        then true else false end)`.execute(db)
  // As a value asked of one row at a time: asked whether a row exists, the planner may first make a list of everybody.
  for (const table of ['patient_facts', 'candidate_count', 'screening', 'screening_change']) {
    const ofCallers = sql`(select true from patient where patient.patient_id = ${sql.table(table)}.patient_id)`
    await sql`
      alter policy ${sql.id(`${table}_of_caller`)} on ${sql.table(table)}
        using (${ofCallers}) with check (${ofCallers})`.execute(db)
  }
  // Read for every patient of a list: kept in the row, and not beside it like the long columns.
  for (const column of ['cancer_exact', 'cancer_group', 'cancer_possible', 'missing', 'refused_trials']) {
    await sql`alter table patient_facts alter column ${sql.id(column)} set storage main`.execute(db)
  }
}
