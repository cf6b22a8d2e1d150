import { type Kysely, sql } from 'kysely'

/**
 * Why a correction was a mistake. It stands on a further row of the same table, which replaces that correction and says
 * once more what stood before it. A row that is taken back whole has a withdrawal reason instead.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['diagnosis', 'observation', 'treatment', 'biomarker', 'assertion']) {
    await sql`
      alter table ${sql.table(table)}
        add column restoration_reason text,
        add check (restoration_reason is null or (replaces is not null and withdrawal_reason is null))`.execute(db)
  }
}
