import { sql } from 'kysely'
import type { components } from '#api/schema.ts'
import type { PatientScope } from '#domain/access/patient-scope.ts'
import { taxonomy } from '#domain/cancer/taxonomy.ts'
import { isOwnPatient } from '../../patient-rows/patients-in-scope.ts'
import type { Trx } from '../../plugins/operation.ts'
import { type FilterName, type PatientFilters, patientConditions } from './patient-filter.ts'

type Counts = Omit<components['schemas']['PatientCounts'], 'total'>
type MissingItem = components['schemas']['MissingItem']

/** How many patients each value of each filter would leave. A filter does not narrow its own values. */
export async function countPatientFacets(trx: Trx, scope: PatientScope, filters: PatientFilters): Promise<Counts> {
  const among = (except: FilterName) => sql`patient
    join patient_facts on patient_facts.patient_id = patient.patient_id
    where ${isOwnPatient(scope)} and ${patientConditions(filters, except)}`
  const cancer = await countCancerTypes(trx, among('cancerTypeId'))
  const referralStatus = await sql<{ value: string; count: number }>`
    select coalesce(referral.status, 'none') as value, count(distinct patient.patient_id) as count
    from (select patient.patient_id from ${among('referralStatus')}) as patient
    left join referral on referral.patient_id = patient.patient_id and referral.is_live
    group by 1 order by 1`.execute(trx)
  const missing = await sql<{ value: MissingItem; count: number }>`
    select value, count(*) as count
    from (select patient_facts.missing from ${among('missing')}) as patient, unnest(missing) as value
    group by 1 order by 1`.execute(trx)
  return { ...cancer, referralStatus: referralStatus.rows, missing: missing.rows }
}

async function countCancerTypes(
  trx: Trx,
  among: ReturnType<typeof sql>,
): Promise<Pick<Counts, 'cancerTypes' | 'notRare' | 'notRecorded'>> {
  const { rows } = await sql<{ node: string; confirmed: number; possible: number }>`
    with among as (select cancer_exact, cancer_group, cancer_possible from ${among})
    select node, count(*) filter (where is_confirmed) as confirmed, count(*) filter (where not is_confirmed) as possible
    from (
      select unnest(cancer_exact) as node, true as is_confirmed from among
      union all select unnest(cancer_group), false from among
      union all select unnest(cancer_possible), false from among) as graded
    group by node`.execute(trx)
  const outside = await sql<{ not_rare: number; not_recorded: number }>`
    select count(*) filter (where match_grade = 'none') as not_rare,
      count(*) filter (where match_grade = 'unknown') as not_recorded
    from (select patient_facts.match_grade from ${among}) as patient`.execute(trx)
  const byNode = new Map(rows.map((row) => [row.node, row]))
  return {
    cancerTypes: taxonomy.flatMap(({ id }) => {
      const row = byNode.get(id)
      return row ? [{ cancerTypeId: id, confirmed: row.confirmed, possible: row.possible }] : []
    }),
    notRare: outside.rows[0]?.not_rare ?? 0,
    notRecorded: outside.rows[0]?.not_recorded ?? 0,
  }
}
