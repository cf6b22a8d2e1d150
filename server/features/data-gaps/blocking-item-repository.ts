import { type SqlBool, sql } from 'kysely'
import type { PatientScope } from '#domain/access/patient-scope.ts'
import { rowInKeyPattern } from '#domain/data-gaps/caseload-item.ts'
import type { CaseloadGaps } from '#domain/data-gaps/describe-data-gaps.ts'
import { itemName } from '#domain/eligibility/item-name.ts'
import { hasDataMissing } from '../../patient-rows/data-missing-repository.ts'
import { idsOfOwnPatients } from '../../patient-rows/patients-in-scope.ts'
import type { Trx } from '../../plugins/operation.ts'

export interface GapsQuery {
  readonly among: PatientScope | Organisations
  /** Patients who have it, or may have it; null: all. */
  readonly cancerTypeId: string | null
}

/** Everybody of one organisation, or of all. */
export interface Organisations {
  readonly organisationId: string | null
}

type ItemRow = Omit<CaseloadGaps['items'][number], 'label'>

/**
 * The items that could still change a stored answer: of trials for the patient's own cancer that do not fail. A trial for many
 * cancers is left out, as it is from every count of candidates.
 */
export async function readCaseloadGaps(trx: Trx, query: GapsQuery): Promise<CaseloadGaps> {
  const undecided = undecidedPairs(query)
  const totals = await sql<{ pairs: number; patients: number }>`
    select count(*) as pairs, count(distinct patient_id) as patients from (${undecided}) as pair`.execute(trx)
  const { rows } = await sql<ItemRow>`
    select key, count(*) as pairs, count(*) filter (where is_settled_by_one) as "settlesAlone",
      count(distinct patient_id) as patients
    from (
      select distinct patient_id, trial_id, is_settled_by_one,
        regexp_replace(undecided_key, ${rowInKeyPattern}, '') as key
      from (${undecided}) as pair, unnest(undecided_keys) as undecided_key
    ) as open
    group by key`.execute(trx)
  return {
    pairs: totals.rows[0]?.pairs ?? 0,
    patients: totals.rows[0]?.patients ?? 0,
    items: rows.map((row) => ({ ...row, label: itemName(row.key) })),
  }
}

function undecidedPairs({ among, cancerTypeId }: GapsQuery) {
  return sql`
    select screening.patient_id, trial_id, undecided_keys,
      cardinality(undecided_keys) = 1 and not has_text_to_read and outcome in ('needsData', 'needsClinician') as is_settled_by_one
    from screening join patient_facts on patient_facts.patient_id = screening.patient_id
    where ${hasDataMissing} and ${isAmong(among)} and ${mayHave(cancerTypeId)}`
}

function isAmong(among: GapsQuery['among']) {
  if ('teamIds' in among) return sql<SqlBool>`screening.patient_id in ${idsOfOwnPatients(among)}`
  const { organisationId } = among
  return organisationId === null ? sql<SqlBool>`true` : sql<SqlBool>`screening.organisation_id = ${organisationId}`
}

function mayHave(cancerTypeId: string | null) {
  if (cancerTypeId === null) return sql<SqlBool>`true`
  const node = sql`${[cancerTypeId]}::text[]`
  return sql<SqlBool>`(cancer_exact @> ${node} or cancer_group @> ${node} or cancer_possible @> ${node})`
}
