import type { Selectable } from 'kysely'
import type { components } from '#api/schema.ts'
import { cancerTypeNames } from '#domain/cancer/cancer-type-names.ts'
import type { TrialTable } from '../../database/tables/trial-tables.ts'

export type TrialListRow = Pick<
  Selectable<TrialTable>,
  | 'trial_id'
  | 'registry'
  | 'registry_id'
  | 'title'
  | 'acronym'
  | 'phases'
  | 'recruitment_status'
  | 'registry_status'
  | 'sponsor'
  | 'cancer_type_ids'
  | 'is_basket'
  | 'criteria_encoded'
  | 'criteria_total'
  | 'last_updated_on'
  | 'has_results'
  | 'is_demonstration'
> & { readonly site_count: number; readonly open_sites_at_home: number }

export function describeTrialRow(row: TrialListRow): components['schemas']['TrialRow'] {
  return {
    trialId: row.trial_id,
    registry: row.registry,
    registryId: row.registry_id,
    title: row.title,
    acronym: row.acronym,
    phases: row.phases,
    recruitmentStatus: row.recruitment_status,
    registryStatus: row.registry_status,
    sponsor: row.sponsor,
    cancerTypes: cancerTypeNames(row.cancer_type_ids),
    isBasket: row.is_basket,
    siteCount: row.site_count,
    openSitesAtHome: row.open_sites_at_home,
    criteriaEncoded: row.criteria_encoded,
    criteriaTotal: row.criteria_total,
    lastUpdatedOn: row.last_updated_on,
    hasResults: row.has_results,
    isDemonstration: row.is_demonstration,
  }
}
