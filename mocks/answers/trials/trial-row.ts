import type { components } from '#api/schema.ts'
import { cancerTypeNames } from '#domain/cancer/cancer-type-names.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { countOpenSites } from '#domain/trial/describe-site.ts'
import { countRulesInForce } from '#domain/trial/trial-encoding.ts'
import { type HeldTrialSites, homeCountries } from '../../state/held-trial.ts'

/** One trial as the catalogue lists it today. */
export function trialRow(
  { trialId, record, sites, isDemonstration }: HeldTrialSites,
  asOf: CalendarDate,
): components['schemas']['TrialRow'] {
  const { registry, registryId, title, acronym, phases, recruitmentStatus, isBasket, criteria } = record
  return {
    trialId,
    registry,
    registryId,
    title,
    acronym,
    phases: [...phases],
    recruitmentStatus,
    registryStatus: record.overallRegistryStatus ?? recruitmentStatus,
    sponsor: record.sponsor.name,
    cancerTypes: cancerTypeNames(record.cancerTypeIds),
    isBasket,
    siteCount: sites.length,
    openSitesAtHome: countOpenSites(record, sites, homeCountries),
    criteriaEncoded: countRulesInForce(record, asOf),
    criteriaTotal: criteria.length,
    lastUpdatedOn: lastUpdatedOn(record),
    hasResults: record.hasResults === true,
    isDemonstration,
  }
}

/** The day of the last change, as precise as the registry gives it. */
export function lastUpdatedOn({ dates, dataDate }: HeldTrialSites['record']): string | null {
  return dates.lastUpdated?.on ?? dataDate
}
