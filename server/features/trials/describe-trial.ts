import type { components } from '#api/schema.ts'
import { describeTrialRecord } from '#domain/eligibility/describe-trial-record.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { countOpenSites, describeSite } from '#domain/trial/describe-site.ts'
import { countRulesInForce } from '#domain/trial/trial-encoding.ts'
import type { CallerOrganisation } from '../../plugins/operation.ts'
import { describeTrialRow } from './describe-trial-row.ts'
import type { StoredSite, StoredTrial } from './trial-repository.ts'

type Schemas = components['schemas']

/** A trial as its page shows it today; distances are from the caller's organisation. */
export function describeTrial(
  { row, record, sites, versions, homeCountries, isRecruitmentWatched }: StoredTrial,
  { from, asOf }: { readonly from: CallerOrganisation | null; readonly asOf: CalendarDate },
): Schemas['Trial'] {
  const counts = {
    site_count: sites.length,
    open_sites_at_home: countOpenSites(record, sites.map(statedSite), homeCountries),
    criteria_encoded: countRulesInForce(record, asOf),
  }
  return {
    trial: describeTrialRow({ ...row, ...counts }),
    ...describeTrialRecord(record, asOf),
    isRecruitmentWatched,
    sites: sites.map((site) => ({ ...describeStoredSite(site), ...describeSite(record, statedSite(site), from) })),
    versions: versions.map(({ version, imported_at, data_date }) => ({
      version,
      importedAt: imported_at.toISOString(),
      dataDate: data_date,
    })),
  }
}

function describeStoredSite(site: StoredSite) {
  const { organisation_id: organisationId, organisation_code: code, organisation_name: name } = site
  return {
    siteId: site.site_id,
    organisation: organisationId === null || code === null || name === null ? null : { organisationId, code, name },
    facility: site.facility,
    city: site.city,
    region: site.region,
    postcode: site.postcode,
    country: site.country,
    countryCode: site.country_code,
    latitude: site.latitude,
    longitude: site.longitude,
    registryStatus: site.registry_status,
    canReceive: site.can_receive,
    slots: site.slots,
    confirmedOn: site.confirmed_on,
  }
}

function statedSite({ recruitment_status, country_code, latitude, longitude, contacts }: StoredSite) {
  return { recruitmentStatus: recruitment_status, countryCode: country_code, latitude, longitude, contacts }
}
