import { type Kysely, sql } from 'kysely'

/**
 * A stored answer is what one statement can find for a whole caseload: the outcome and the keys of what would settle it.
 * Words and reasons are worked out from the facts when somebody asks. Answers stored before have no word on text to
 * read, so the next start screens everybody again. The organisation is the patient's, where it is checked already, and the
 * trial is held by whoever screens and never removed: to check both for each of a million answers takes a fifth of the
 * time of finding them. The index finds facts that an older version derived.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table screening
      drop column undecided,
      drop column summary,
      add column has_text_to_read boolean not null default true`.execute(db)
  await sql`alter table screening alter column has_text_to_read drop default`.execute(db)
  for (const table of ['screening', 'screening_change']) {
    for (const column of ['organisation_id', 'trial_id']) {
      await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(`${table}_${column}_fkey`)}`.execute(db)
    }
  }
  await sql`create index patient_facts_version on patient_facts (facts_version)`.execute(db)
  await sql`update candidate_count set as_of = '0001-01-01'`.execute(db)
}
