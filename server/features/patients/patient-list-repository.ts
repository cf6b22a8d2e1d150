import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { components } from '#api/schema.ts'
import type { PatientScope } from '#domain/access/patient-scope.ts'
import { anchorOf, isBackward, type KeysetPage, keysetPage, type PageRequest } from '../../paging/keyset-page.ts'
import { isOwnPatient } from '../../patient-rows/patients-in-scope.ts'
import type { Trx } from '../../plugins/operation.ts'
import type { PatientListRow } from './describe-patient-row.ts'
import { type PatientFilters, patientConditions } from './patient-filter.ts'
import { type ListPart, listParts, patientSorts } from './patient-sort.ts'

export interface PatientListQuery extends PageRequest {
  readonly scope: PatientScope
  readonly filters: PatientFilters
  readonly sort: components['schemas']['PatientSort']
  readonly isAscending: boolean
}

type Total = components['schemas']['Total']

const mostCounted = 1000

/** One page of one organisation's patients, by keyset: nobody is skipped or shown twice while data changes. */
export async function listPatientPage(trx: Trx, query: PatientListQuery): Promise<KeysetPage<PatientListRow>> {
  const anchorId = anchorOf(query)
  const anchor = anchorId === null ? null : await readAnchor(trx, query, anchorId)
  if (anchor === undefined) return keysetPage([], query, ({ patient_id }) => patient_id)
  const rows: PatientListRow[] = []
  for (const part of listParts(patientSorts[query.sort], query.scope.organisationId, anchor, query)) {
    if (rows.length > query.limit) break
    const read = await nextOfPart(query, part, query.limit + 1 - rows.length).execute(trx)
    rows.push(...read.rows)
  }
  return keysetPage(rows, query, ({ patient_id }) => patient_id)
}

const source = sql`patient
  join patient_facts on patient_facts.patient_id = patient.patient_id
  left join candidate_count on candidate_count.patient_id = patient.patient_id`

/** Whether the row that the page starts from has what the list is sorted by; undefined where there is no such row. */
async function readAnchor(trx: Trx, { sort, scope }: PatientListQuery, patientId: string) {
  const { rows } = await sql<{ isRecorded: boolean }>`
    select ${patientSorts[sort].recorded?.isRecorded ?? sql`true`} as "isRecorded" from ${source}
    where ${isOwnPatient(scope)} and patient.patient_id = ${patientId}`.execute(trx)
  return rows[0]
}

/** The next rows of one stretch of the list, from the anchor where it lies inside. */
export function nextOfPart(query: PatientListQuery, part: ListPart, limit: number): RawBuilder<PatientListRow> {
  const isForward = query.isAscending !== isBackward(query)
  const keys = [...part.keys, sql`patient.patient_id`]
  const row = sql.join(keys)
  return sql<PatientListRow>`
    select patient.patient_id, patient.organisation_id, patient.team_id, family_name, given_name, title, patient.born_on, patient.sex, nhs_number, hospital_number, consultant,
      patient.died_on, is_sensitive, refuses_research, cardinality(refused_trials) as trials_left_out,
      updated_at, cancer_type_id, match_grade, diagnosed_on, stage_text, stage_on, ecog, ecog_on, missing,
      case when candidate_count.patient_id is not null then json_build_object(
        'noFailuresFound', no_failures_found, 'needsClinician', needs_clinician, 'needsData', needs_data,
        'notYet', not_yet, 'toRead', to_read, 'notMatched', not_matched) end as candidates,
      ${isBestSetByClinician} as is_set_by_clinician
    from ${source}
    where ${isOwnPatient(query.scope)} and ${part.condition} and ${patientConditions(query.filters)}
      and ${
        part.hasAnchor
          ? sql<SqlBool>`(${row}) ${sql.raw(isForward ? '>' : '<')} (
              select ${row} from ${source} where patient.patient_id = ${anchorOf(query)})`
          : sql<SqlBool>`true`
      }
    order by ${sql.join(keys.map((key) => sql`${key} ${sql.raw(isForward ? 'asc' : 'desc')}`))}
    limit ${limit}`
}

/** Of the counted trials with the best outcome, one has it with verdicts of clinicians. Very few answers are so, and an index finds them. */
const isBestSetByClinician = sql<boolean>`exists (
  select from screening
  where screening.patient_id = patient.patient_id and is_set_by_clinician and diagnosis_grade <> 'basket'
    and case when has_text_to_read then 'toRead' else outcome end = case when no_failures_found > 0 then 'noFailuresFound'
      when needs_clinician > 0 then 'needsClinician' when needs_data > 0 then 'needsData' when not_yet > 0 then 'notYet'
      when to_read > 0 then 'toRead' else 'notMatched' end)`

/** How many patients the filters leave, counted to a thousand. */
export async function countPatientTotal(trx: Trx, scope: PatientScope, filters: PatientFilters): Promise<Total> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select from patient join patient_facts on patient_facts.patient_id = patient.patient_id
      where ${isOwnPatient(scope)} and ${patientConditions(filters)}
      limit ${mostCounted + 1}) as found`.execute(trx)
  const count = rows[0]?.count ?? 0
  return { count: Math.min(count, mostCounted), isCapped: count > mostCounted }
}
