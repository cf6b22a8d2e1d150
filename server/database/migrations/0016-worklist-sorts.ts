import { type Kysely, sql } from 'kysely'

/**
 * The first patients of one organisation by date of birth, by date of diagnosis and by candidates are read from an
 * index, in either direction, instead of sorting everybody. Whoever has no date or no counts is read after the others,
 * so each order needs one index only.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table candidate_count add column organisation_id uuid references organisation`.execute(db)
  await sql`
    update candidate_count set organisation_id = patient.organisation_id
    from patient where patient.patient_id = candidate_count.patient_id`.execute(db)
  await sql`alter table candidate_count alter column organisation_id set not null`.execute(db)
  await sql`create index patient_born on patient (organisation_id, born_on, patient_id)`.execute(db)
  await sql`create index patient_facts_diagnosed on patient_facts (organisation_id, diagnosed_on, patient_id)`.execute(
    db,
  )
  await sql`create index candidate_count_order on candidate_count
    (organisation_id, no_failures_found, needs_clinician, needs_data, patient_id)`.execute(db)
}
