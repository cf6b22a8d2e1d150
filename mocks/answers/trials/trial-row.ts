import type { components } from '#api/schema.ts'
import { cancerTypeNames } from '#domain/cancer/cancer-type-names.ts'
import { countOpenSites } from '#domain/trial/describe-site.ts'
import { type HeldTrialSites, homeCountries } from '../../state/held-trial.ts'

/** One trial as the catalogue lists it. */
export function trialRow({
  trialId,
  record,
  sites,
  isDemonstration,
}: HeldTrialSites): components['schemas']['TrialRow'] {
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
    criteriaEncoded: criteria.filter(({ expr }) => expr !== null).length,
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
