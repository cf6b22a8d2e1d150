import { type Kysely, sql } from 'kysely'

/**
 * Whose rows of a record a caller sees stays as it was. As in 0041: asked whether a row exists, the planner first makes a
 * list of everybody whom the caller may see, for the rows of one patient; asked for a value, it looks for the one.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['diagnosis', 'observation', 'treatment', 'biomarker', 'assertion', 'verdict_override']) {
    const isCallers = sql`(select true from patient where patient.patient_id = ${sql.table(table)}.patient_id)`
    await sql`
      alter policy ${sql.id(`${table}_of_caller`)} on ${sql.table(table)}
        using (${isCallers}) with check (${isCallers})`.execute(db)
  }
}
