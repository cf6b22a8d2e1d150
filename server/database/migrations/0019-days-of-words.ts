import { type Kysely, sql } from 'kysely'

/**
 * The days of words that age. Facts stored before are of an older version, so they are derived anew when read and by the
 * nightly work; answers made from them are worked out anew with the rules.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table patient_facts
      add column disease_extent_on date,
      add column standard_options_on date,
      add column progression_looked_on date`.execute(db)
}
