import { sql } from 'kysely'
import type { components } from '#api/schema.ts'
import type { PatientScope } from '#domain/access/patient-scope.ts'
import { taxonomy } from '#domain/cancer/taxonomy.ts'
import { isOwnPatient } from '../../patient-rows/patients-in-scope.ts'
import type { Trx } from '../../plugins/operation.ts'
import { type FilterName, type PatientFilters, patientConditions } from './patient-filter.ts'

type Counts = Omit<components['schemas']['PatientCounts'], 'total'>

/** Columns that say whether a patient counts for the values of a filter: whether every other filter leaves the patient. */
const countsFor = {
  cancerTypeId: sql.id('counts_for_cancer'),
  referralStatus: sql.id('counts_for_referral'),
  missing: sql.id('counts_for_missing'),
} satisfies Partial<Record<FilterName, unknown>>

type CountRow =
  | { readonly facet: 'confirmed' | 'possible' | 'grade'; readonly value: string; readonly count: number }
  | ({ readonly facet: 'referralStatus' } & Counts['referralStatus'][number])
  | ({ readonly facet: 'missing' } & Counts['missing'][number])

/** How many patients each value of each filter would leave. A filter does not narrow its own values. */
export async function countPatientFacets(trx: Trx, scope: PatientScope, filters: PatientFilters): Promise<Counts> {
  const { rows } = await countRows(scope, filters).execute(trx)
  const mapOf = (asked: 'confirmed' | 'possible' | 'grade') =>
    new Map(rows.flatMap(({ facet, value, count }) => (facet === asked ? [[value, count] as const] : [])))
  const [confirmed, possible, grades] = [mapOf('confirmed'), mapOf('possible'), mapOf('grade')]
  return {
    cancerTypes: taxonomy.flatMap(({ id }) =>
      confirmed.has(id) || possible.has(id)
        ? [{ cancerTypeId: id, confirmed: confirmed.get(id) ?? 0, possible: possible.get(id) ?? 0 }]
        : [],
    ),
    notRare: grades.get('none') ?? 0,
    notRecorded: grades.get('unknown') ?? 0,
    referralStatus: rows.flatMap((row) =>
      row.facet === 'referralStatus' ? [{ value: row.value, count: row.count }] : [],
    ),
    missing: rows.flatMap((row) => (row.facet === 'missing' ? [{ value: row.value, count: row.count }] : [])),
  }
}

/** The caller's patients are gone through once, whatever is counted: a team may have tens of thousands. */
function countRows(scope: PatientScope, filters: PatientFilters) {
  const { cancerTypeId, referralStatus, missing } = countsFor
  const marks = [
    sql`${patientConditions(filters, 'cancerTypeId')} as ${cancerTypeId}`,
    sql`${patientConditions(filters, 'referralStatus')} as ${referralStatus}`,
    sql`${patientConditions(filters, 'missing')} as ${missing}`,
  ]
  return sql<CountRow>`
    with own as materialized (
      select * from (
        select patient.patient_id, cancer_exact, cancer_group, cancer_possible, match_grade, missing, ${sql.join(marks)}
        from patient join patient_facts on patient_facts.patient_id = patient.patient_id
        where ${isOwnPatient(scope)}) as marked
      where ${cancerTypeId} or ${referralStatus} or ${missing})
    select 'confirmed' as facet, node as value, count(*) as count
      from own, unnest(cancer_exact) as node where ${cancerTypeId} group by node
    union all select 'possible', node, count(*)
      from own, unnest(cancer_group || cancer_possible) as node where ${cancerTypeId} group by node
    union all select 'grade', match_grade, count(*) from own where ${cancerTypeId} group by match_grade
    union all select 'referralStatus', coalesce(referral.status, 'none'), count(distinct own.patient_id)
      from own left join referral on referral.patient_id = own.patient_id and referral.is_live
      where ${referralStatus} group by 2
    union all select 'missing', item, count(*) from own, unnest(missing) as item where ${missing} group by item
    order by facet, value`
}
