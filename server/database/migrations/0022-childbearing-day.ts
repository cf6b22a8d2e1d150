import { type Kysely, sql } from 'kysely'

/** The day of an answer that ages: that a girl cannot be pregnant. Facts stored before are derived anew. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table patient_facts add column childbearing_potential_on date`.execute(db)
}
