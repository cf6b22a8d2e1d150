import type { components } from '#api/schema.ts'
import { ruleText } from '#domain/eligibility/rule-text.ts'
import { distanceKm } from '#domain/trial/distance.ts'
import { effectiveStatus } from '#domain/trial/recruitment-status.ts'
import type { TrialCriterion } from '#domain/trial/trial-criterion.ts'
import type { TrialRecord } from '#domain/trial/trial-record.ts'
import type { TrialContact } from '#domain/trial/trial-site.ts'
import type { CallerOrganisation } from '../../plugins/operation.ts'
import { homeCountries } from '../../trial-store/home-countries.ts'
import { describeTrialRow } from './describe-trial-row.ts'
import type { StoredSite, StoredTrial } from './trial-repository.ts'

type Schemas = components['schemas']

/** A trial as its page shows it; distances are from the caller's organisation. */
export function describeTrial(
  { row, record, sites, versions }: StoredTrial,
  from: CallerOrganisation | null,
): Schemas['Trial'] {
  const described = sites.map((site) => describeSite(site, record, from))
  const isOpenAtHome = ({ countryCode, effectiveStatus: status }: Schemas['TrialSite']) =>
    status === 'open' && countryCode !== null && homeCountries.includes(countryCode)
  const openSites = described.filter(isOpenAtHome).length
  return {
    trial: describeTrialRow({ ...row, site_count: sites.length, open_sites_at_home: openSites }),
    officialTitle: record.officialTitle,
    summary: record.summary,
    conditions: record.conditions.map(({ text }) => text),
    interventions: record.interventions.map(({ type, name, description }) => ({
      type: type ?? 'Not stated',
      name,
      description,
    })),
    arms: record.arms.map(({ label, type, description }) => ({ label, type, description })),
    sites: described,
    criteria: record.criteria.map(describeCriterion),
    enrolment: {
      count: record.globalEnrolment?.count ?? null,
      isEstimated: record.globalEnrolment?.type ? record.globalEnrolment.type === 'estimated' : null,
    },
    dates: describeDates(record.dates),
    contacts: record.contacts.map(describeContact),
    otherIds: record.otherIds.map(({ type, value }) => ({ type: type ?? 'Other', value })),
    sourceUrl: record.sourceUrl,
    dataDate: record.dataDate,
    versions: versions.map(({ version, imported_at, data_date }) => ({
      version,
      importedAt: imported_at.toISOString(),
      dataDate: data_date,
    })),
  }
}

function describeSite(site: StoredSite, trial: TrialRecord, from: CallerOrganisation | null): Schemas['TrialSite'] {
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
    recruitmentStatus: site.recruitment_status ?? 'unknown',
    effectiveStatus: effectiveStatus(trial.recruitmentStatus, site.recruitment_status),
    isStatusStated: site.recruitment_status !== null,
    distanceKm: distanceKm(from, site),
    canReceive: site.can_receive,
    slots: site.slots,
    confirmedOn: site.confirmed_on,
    contacts: site.contacts.map(describeContact),
  }
}

function describeCriterion(criterion: TrialCriterion): Schemas['TrialCriterion'] {
  return {
    criterionId: criterion.id,
    kind: criterion.isKindStated ? criterion.kind : 'notStated',
    class: criterion.class,
    text: criterion.text,
    ruleText: criterion.expr === null ? null : ruleText(criterion.expr),
    rule: criterion.expr === null ? null : { ...criterion.expr },
  }
}

function describeContact({ name, role, phone, phoneExtension, email }: TrialContact): Schemas['Contact'] {
  const number = phone !== null && phoneExtension !== null ? `${phone} extension ${phoneExtension}` : phone
  return { name, role, phone: number, email }
}

const dateLabels = [
  ['start', 'Start'],
  ['primaryCompletion', 'Primary completion'],
  ['completion', 'Completion'],
  ['firstPosted', 'First posted'],
  ['lastUpdated', 'Last updated'],
] as const

function describeDates(dates: TrialRecord['dates']): Schemas['TrialDate'][] {
  return dateLabels.flatMap(([key, label]) => {
    const date = dates[key]
    return date === null ? [] : [{ label, on: date.on, isEstimated: date.type === 'estimated' }]
  })
}
