import { type Kysely, sql } from 'kysely'

/**
 * A trial with criteria that only a person can read is counted apart from those that are checked in full: before, a good
 * answer on a part of its criteria was counted as an answer on all of them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table candidate_count add column to_read integer not null default 0`.execute(db)
  await sql`
    update candidate_count set
      no_failures_found = candidate_count.no_failures_found - partly.no_failures_found,
      needs_clinician = candidate_count.needs_clinician - partly.needs_clinician,
      needs_data = candidate_count.needs_data - partly.needs_data,
      not_yet = candidate_count.not_yet - partly.not_yet,
      to_read = partly.to_read
    from (
      select patient_id,
        count(*) filter (where outcome = 'noFailuresFound')::integer no_failures_found,
        count(*) filter (where outcome = 'needsClinician')::integer needs_clinician,
        count(*) filter (where outcome = 'needsData')::integer needs_data,
        count(*) filter (where outcome = 'notYet')::integer not_yet,
        count(*)::integer to_read
      from screening where has_text_to_read and outcome <> 'notMatched' and diagnosis_grade <> 'basket'
      group by patient_id
    ) partly
    where candidate_count.patient_id = partly.patient_id`.execute(db)
  await sql`drop index candidate_count_order`.execute(db)
  await sql`create index candidate_count_order on candidate_count
    (organisation_id, no_failures_found, needs_clinician, needs_data, to_read, patient_id)`.execute(db)
}
