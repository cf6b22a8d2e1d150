import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { components } from '#api/schema.ts'
import { anchorOf, isBackward, type KeysetPage, keysetPage, type PageRequest } from '../../paging/keyset-page.ts'
import type { Trx } from '../../plugins/operation.ts'
import type { PatientListRow } from './describe-patient-row.ts'
import { type PatientFilters, patientConditions } from './patient-filter.ts'

export interface PatientListQuery extends PageRequest {
  readonly organisationId: string | null
  readonly filters: PatientFilters
  readonly sort: components['schemas']['PatientSort']
  readonly isAscending: boolean
}

type Total = components['schemas']['Total']

const mostCounted = 1000
const mostOfInteger = 2_147_483_647

/** One page of one organisation's patients, by keyset: nobody is skipped or shown twice while data changes. */
export async function listPatientPage(trx: Trx, query: PatientListQuery): Promise<KeysetPage<PatientListRow>> {
  const isForward = query.isAscending !== isBackward(query)
  const keys = sql.join([...sortKeys[query.sort](query.isAscending), sql`patient.patient_id`])
  const anchor = anchorOf(query)
  const from = sql`patient
    join patient_facts on patient_facts.patient_id = patient.patient_id
    left join candidate_count on candidate_count.patient_id = patient.patient_id`
  const { rows } = await sql<PatientListRow>`
    select patient.patient_id, family_name, given_name, title, patient.born_on, patient.sex, nhs_number, hospital_number, consultant,
      updated_at, cancer_type_id, match_grade, diagnosed_on, stage_text, stage_on, ecog, ecog_on, missing,
      case when candidate_count.patient_id is not null then json_build_object(
        'noFailuresFound', no_failures_found, 'needsClinician', needs_clinician, 'needsData', needs_data,
        'notYet', not_yet, 'notMatched', not_matched) end as candidates
    from ${from}
    where patient.organisation_id = ${query.organisationId} and ${patientConditions(query.filters)}
      and ${
        anchor === null
          ? sql<SqlBool>`true`
          : sql<SqlBool>`(${keys}) ${sql.raw(isForward ? '>' : '<')} (
              select ${keys} from ${from}
              where patient.organisation_id = ${query.organisationId} and patient.patient_id = ${anchor})`
      }
    order by ${orderBy(sortKeys[query.sort](query.isAscending), isForward)}
    limit ${query.limit + 1}`.execute(trx)
  return keysetPage(rows, query, ({ patient_id }) => patient_id)
}

/** How many patients the filters leave, counted to a thousand. */
export async function countPatientTotal(
  trx: Trx,
  organisationId: string | null,
  filters: PatientFilters,
): Promise<Total> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select from patient join patient_facts on patient_facts.patient_id = patient.patient_id
      where patient.organisation_id = ${organisationId} and ${patientConditions(filters)}
      limit ${mostCounted + 1}) as found`.execute(trx)
  const count = rows[0]?.count ?? 0
  return { count: Math.min(count, mostCounted), isCapped: count > mostCounted }
}

/**
 * Each sort is a list of keys that are never null, so that comparing rows is a total order. A date that is not recorded
 * stands after every recorded one, and an unscreened patient after every screened one, whichever way the list goes.
 */
const sortKeys: Readonly<
  Record<components['schemas']['PatientSort'], (isAscending: boolean) => readonly RawBuilder<unknown>[]>
> = {
  name: () => [sql`(patient.family_name collate "und-x-icu")`, sql`(patient.given_name collate "und-x-icu")`],
  bornOn: (isAscending) => [sql`coalesce(patient.born_on, ${isAscending ? '9999-12-31' : '0001-01-01'}::date)`],
  diagnosedOn: (isAscending) => [sql`coalesce(patient_facts.diagnosed_on, ${isAscending ? '9999-12-31' : ''})`],
  candidates: (isAscending) =>
    [sql`candidate_count.no_failures_found`, sql`candidate_count.needs_clinician`, sql`candidate_count.needs_data`].map(
      (count) => sql`coalesce(${count}, ${isAscending ? mostOfInteger : -1}::integer)`,
    ),
  updated: () => [sql`patient.updated_at`],
}

function orderBy(keys: readonly RawBuilder<unknown>[], isForward: boolean): RawBuilder<unknown> {
  const direction = sql.raw(isForward ? 'asc' : 'desc')
  return sql.join([...keys, sql`patient.patient_id`].map((key) => sql`${key} ${direction}`))
}
