import type { components } from '#api/schema.ts'
import { ruleText } from '#domain/eligibility/rule-text.ts'
import { distanceKm, type Place } from '#domain/trial/distance.ts'
import { effectiveStatus } from '#domain/trial/recruitment-status.ts'
import type { TrialCriterion } from '#domain/trial/trial-criterion.ts'
import type { TrialRecord } from '#domain/trial/trial-record.ts'
import type { TrialContact } from '#domain/trial/trial-site.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import type { HeldTrialSites, TrialSiteHeld } from '../../state/held-trial.ts'
import { organisationNamed } from '../organisation-named.ts'
import { trialRow } from './trial-row.ts'

type Schemas = components['schemas']

/** A trial as its page shows it; distances are from the caller's organisation. */
export function describeTrial(state: DemonstrationState, trial: HeldTrialSites, from: Place | null): Schemas['Trial'] {
  const { record, sites } = trial
  const { globalEnrolment } = record
  return {
    trial: trialRow(trial),
    officialTitle: record.officialTitle,
    summary: record.summary,
    conditions: record.conditions.map(({ text }) => text),
    interventions: record.interventions.map(({ type, name, description }) => ({
      type: type ?? 'Not stated',
      name,
      description,
    })),
    arms: record.arms.map(({ label, type, description }) => ({ label, type, description })),
    sites: sites.map((site) => describeSite(state, site, record, from)),
    criteria: record.criteria.map(describeCriterion),
    enrolment: {
      count: globalEnrolment?.count ?? null,
      isEstimated: globalEnrolment?.type ? globalEnrolment.type === 'estimated' : null,
    },
    dates: describeDates(record.dates),
    contacts: record.contacts.map(describeContact),
    otherIds: record.otherIds.map(({ type, value }) => ({ type: type ?? 'Other', value })),
    sourceUrl: record.sourceUrl,
    dataDate: record.dataDate,
    versions: [{ version: 1, importedAt: state.filledAt.toISOString(), dataDate: record.dataDate }],
  }
}

function describeSite(
  state: DemonstrationState,
  site: TrialSiteHeld,
  trial: TrialRecord,
  from: Place | null,
): Schemas['TrialSite'] {
  const { siteId, name, city, countryCode, latitude, longitude, canReceive, slots, confirmedOn, source } = site
  return {
    siteId,
    organisation: organisationNamed(state, site.organisationId),
    facility: name,
    city,
    region: source.region,
    postcode: source.postcode,
    country: source.country.name,
    countryCode,
    latitude,
    longitude,
    registryStatus: source.registryStatus,
    recruitmentStatus: site.recruitmentStatus ?? 'unknown',
    effectiveStatus: effectiveStatus(trial.recruitmentStatus, site.recruitmentStatus),
    isStatusStated: site.recruitmentStatus !== null,
    distanceKm: distanceKm(from, site),
    canReceive,
    slots,
    confirmedOn,
    contacts: source.contacts.map(describeContact),
  }
}

function describeCriterion({
  id,
  kind,
  isKindStated,
  text,
  expr,
  ...criterion
}: TrialCriterion): Schemas['TrialCriterion'] {
  return {
    criterionId: id,
    kind: isKindStated ? kind : 'notStated',
    class: criterion.class,
    text,
    ruleText: expr === null ? null : ruleText(expr),
    rule: expr === null ? null : { ...expr },
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
