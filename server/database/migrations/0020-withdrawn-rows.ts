import { type Kysely, sql } from 'kysely'

/**
 * Why a source row was recorded in error. It stands on a further row of the same table, which replaces the wrong one and
 * says nothing itself, so that nothing is ever changed or deleted.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['diagnosis', 'observation', 'treatment', 'biomarker', 'assertion']) {
    await sql`
      alter table ${sql.table(table)}
        add column withdrawal_reason text,
        add check (withdrawal_reason is null or replaces is not null)`.execute(db)
  }
}
