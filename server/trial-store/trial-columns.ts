import type { Insertable } from 'kysely'
import { criteriaWithoutRules, isChecked } from '#domain/trial/trial-encoding.ts'
import type { TrialRecord } from '#domain/trial/trial-record.ts'
import { trialSearchForm } from '#domain/trial/trial-search.ts'
import type { TrialTable } from '../database/tables/trial-tables.ts'

type Columns = Omit<
  Insertable<TrialTable>,
  'trial_id' | 'content_hash' | 'version' | 'updated_at' | 'is_demonstration' | 'is_open_at_home'
>

/** What lists, filters and screening read of a trial without opening its record. */
export function trialColumns(record: TrialRecord): Columns {
  return {
    registry: record.registry,
    registry_id: record.registryId,
    title: record.title,
    acronym: record.acronym,
    phases: [...record.phases],
    sponsor: record.sponsor.name,
    registry_status: record.overallRegistryStatus ?? record.recruitmentStatus,
    recruitment_status: record.recruitmentStatus,
    cancer_type_ids: [...record.cancerTypeIds],
    is_basket: record.isBasket,
    is_mapped: record.cancerTypeIds.length > 0 || record.isBasket,
    is_expedited: record.urgency === 'expedited',
    criteria_encoded: countCheckedRules(record),
    criteria_total: record.criteria.length,
    last_updated_on: record.dates.lastUpdated?.on ?? record.dataDate,
    has_results: record.hasResults === true,
    record: JSON.stringify(record),
    search: trialSearchForm(record),
  }
}

/** Rules that count from their day on. Whoever reads the column on a day before looks at the day in the record. */
function countCheckedRules(record: TrialRecord): number {
  const { encoding, criteria } = record
  const rules = encoding !== undefined && isChecked(encoding) ? criteria : criteriaWithoutRules(record)
  return rules.filter(({ expr }) => expr !== null).length
}
