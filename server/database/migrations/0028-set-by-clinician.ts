import { type Kysely, sql } from 'kysely'

/**
 * Whether clinicians' verdicts count in a stored answer and in a change of one, so that no list shows such an outcome as
 * software's alone. Very few answers are so, and the index holds only these: for everybody else it costs a list nothing.
 * Patients of whom a verdict was ever given are screened again at the next start; the history keeps what it was.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['screening', 'screening_change']) {
    await sql`alter table ${sql.table(table)} add column is_set_by_clinician boolean not null default false`.execute(db)
  }
  await sql`create index screening_set_by_clinician on screening (patient_id) where is_set_by_clinician`.execute(db)
  await sql`
    update candidate_count set as_of = '0001-01-01'
    where patient_id in (select patient_id from verdict_override)`.execute(db)
}
