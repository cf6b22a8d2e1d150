import { type Kysely, sql } from 'kysely'

/**
 * Whether somebody said that a treatment belongs to no further class. Of treatments recorded before nobody did, so that
 * the classes they lack are open. Facts stored before are derived anew.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table treatment add column has_all_classes boolean not null default false`.execute(db)
}
