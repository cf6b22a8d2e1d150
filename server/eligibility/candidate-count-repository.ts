import { sql } from 'kysely'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { keptPlan } from '../database/kept-plan.ts'
import type { Trx } from '../plugins/operation.ts'

/**
 * Counts the trials offered to each patient by outcome, those with criteria to read apart, and notes the day and the instant that all
 * of them were assessed for. Trials for many cancers are not counted: nearly everybody has them.
 */
export async function countCandidates(
  trx: Trx,
  patientIds: readonly string[],
  { asOf, at }: { readonly asOf: CalendarDate; readonly at: Date },
): Promise<void> {
  await sql`
    insert into candidate_count
      (patient_id, organisation_id, no_failures_found, needs_clinician, needs_data, not_yet, to_read, not_matched, as_of,
        screened_at)
    select patient_id, patient.organisation_id, no_failures_found, needs_clinician, needs_data, not_yet, to_read, not_matched,
      ${asOf}::date, ${at}::timestamptz
    from ${countsOf(patientIds)} counted join patient using (patient_id)
    on conflict (patient_id) do update set
      no_failures_found = excluded.no_failures_found, needs_clinician = excluded.needs_clinician,
      needs_data = excluded.needs_data, not_yet = excluded.not_yet, to_read = excluded.to_read, not_matched = excluded.not_matched,
      as_of = excluded.as_of, screened_at = excluded.screened_at ${keptPlan}`.execute(trx)
}

/** Counts again after one trial was assessed. The day stays: the other trials were not looked at. */
export async function recountCandidates(trx: Trx, patientIds: readonly string[]): Promise<void> {
  await sql`
    update candidate_count set
      no_failures_found = counted.no_failures_found, needs_clinician = counted.needs_clinician,
      needs_data = counted.needs_data, not_yet = counted.not_yet, to_read = counted.to_read, not_matched = counted.not_matched
    from ${countsOf(patientIds)} counted
    where candidate_count.patient_id = counted.patient_id`.execute(trx)
}

function countsOf(patientIds: readonly string[]) {
  return sql`(
    select asked.patient_id,
      count(*) filter (where outcome = 'noFailuresFound' and not has_text_to_read)::integer no_failures_found,
      count(*) filter (where outcome = 'needsClinician' and not has_text_to_read)::integer needs_clinician,
      count(*) filter (where outcome = 'needsData' and not has_text_to_read)::integer needs_data,
      count(*) filter (where outcome = 'notYet' and not has_text_to_read)::integer not_yet,
      count(*) filter (where has_text_to_read)::integer to_read,
      count(*) filter (where outcome = 'notMatched')::integer not_matched
    from unnest(${[...patientIds]}::uuid[]) asked (patient_id)
    left join screening on screening.patient_id = asked.patient_id and screening.diagnosis_grade <> 'basket'
    group by asked.patient_id
  )`
}
