import { addDays, type CalendarDate } from '#domain/identity/calendar-date.ts'
import type { RecruitmentStatus } from '#domain/trial/recruitment-status.ts'
import type { TrialCriterion } from '#domain/trial/trial-criterion.ts'
import type { TrialDates, TrialRecord } from '#domain/trial/trial-record.ts'
import type { TrialSite } from '#domain/trial/trial-site.ts'
import type { DemonstrationTrial, DemonstrationTrialSite } from '../demonstration-data.ts'
import { organisationByCode } from '../organisations/demonstration-organisations.ts'
import { stableId } from '../random/stable-id.ts'
import { planForTrial } from '../recruitment/recruitment-plans.ts'
import type { PlannedSite, TrialPlan } from './trial-plan.ts'

/** The trial as the product holds it, with its dates counted from `asOf`. */
export function toDemonstrationTrial(plan: TrialPlan, asOf: CalendarDate): DemonstrationTrial {
  const sites = plan.sites.map((site) => productSiteOf(plan, site, asOf))
  const record = recordOf(plan, sites, asOf)
  const opening = recentOpenings.get(plan.registryId)
  return {
    trialId: trialIdOf(plan.registryId),
    record,
    takenInAt: takenIn(asOf, opening?.daysAgo ?? usualDaysAgo),
    replaced: opening === undefined ? null : recordBefore(record, opening.statusBefore, asOf),
    sites,
  }
}

/** Trials whose record said until lately that they take nobody, so that the demonstration has newly open trials. */
const recentOpenings: ReadonlyMap<string, { readonly daysAgo: number; readonly statusBefore: RecruitmentStatus }> =
  new Map([
    ['DEMO-GLI-17', { daysAgo: 6, statusBefore: 'setup' }],
    ['DEMO-LPS-21', { daysAgo: 4, statusBefore: 'paused' }],
  ])

/** Two invented people, because rules count only once a second person has checked them. */
const demonstrationEncoders = { encodedBy: 'Dr Imogen Vale', checkedBy: 'Dr Rowan Hartley' } as const

/** From the day on which the trial opened, and never later than it was taken in. */
function rulesFrom({ registryId }: TrialPlan, asOf: CalendarDate): CalendarDate {
  return addDays(asOf, -Math.max(usualDaysAgo, planForTrial(registryId).opensDaysAgo))
}

/** Long before the changes that the demonstration tells of. */
const usualDaysAgo = 60

/** Records come in at six in the morning. */
function takenIn(asOf: CalendarDate, daysAgo: number): string {
  return `${addDays(asOf, -daysAgo)}T06:00:00.000Z`
}

function recordBefore(
  record: TrialRecord,
  recruitmentStatus: RecruitmentStatus,
  asOf: CalendarDate,
): NonNullable<DemonstrationTrial['replaced']> {
  const dataDate = addDays(asOf, -usualDaysAgo)
  return {
    takenInAt: takenIn(asOf, usualDaysAgo),
    record: {
      ...record,
      recruitmentStatus,
      dates: { ...record.dates, lastUpdated: { on: dataDate, type: 'actual' } },
      dataDate,
    },
  }
}

/** The same for every seed, so that an address of a trial stays good. */
export function trialIdOf(registryId: string): string {
  return stableId(`trial/${registryId}`)
}

function productSiteOf(plan: TrialPlan, site: PlannedSite, asOf: CalendarDate): DemonstrationTrialSite {
  const organisation = organisationByCode(site.code)
  return {
    siteId: stableId(`trial/${plan.registryId}/site/${site.code}`),
    siteKey: `gb/${organisation.city.toLowerCase()}/${organisation.name.toLowerCase()}`,
    organisationId: organisation.organisationId,
    openedOn: site.openedDaysAgo === null ? null : addDays(asOf, -site.openedDaysAgo),
    closedOn: site.status === 'completed' ? addDays(asOf, planForTrial(plan.registryId).closesInDays) : null,
    slots: site.slots,
    confirmedOn: site.confirmedDaysAgo === null ? null : addDays(asOf, -site.confirmedDaysAgo),
  }
}

function recordOf(plan: TrialPlan, sites: readonly DemonstrationTrialSite[], asOf: CalendarDate): TrialRecord {
  return {
    registry: 'demonstration',
    registryId: plan.registryId,
    otherIds: [],
    title: plan.title,
    officialTitle: null,
    acronym: plan.acronym,
    trialType: 'INTERVENTIONAL',
    phases: plan.phases,
    sponsor: { name: plan.sponsor, class: 'OTHER' },
    summary: plan.summary,
    description: descriptionOf(plan),
    keywords: [],
    conditions: plan.conditions.map(({ text, cancerTypeIds }) => ({
      text,
      mapping: cancerTypeIds.length === 0 ? { kind: 'basket' } : { kind: 'mapped', cancerTypeIds },
    })),
    cancerTypeIds: plan.cancerTypeIds.toSorted(),
    isBasket: plan.isBasket,
    interventions: plan.interventions.map((each) => ({ ...each, description: null, otherNames: [] })),
    arms: plan.arms,
    cohorts: plan.cohorts,
    sites: plan.sites.map((site, place) => registrySiteOf(site, sites[place]?.siteKey ?? site.code)),
    overallRegistryStatus: null,
    recruitmentStatus: plan.recruitmentStatus,
    stoppedReason: null,
    anchor: plan.anchor,
    protocolVersion: '1.0',
    encoding: { ...demonstrationEncoders, effectiveFrom: rulesFrom(plan, asOf) },
    urgency: plan.urgency,
    criteria: plan.criteria.map(
      (criterion): TrialCriterion => ({
        ...criterion,
        origin: 'protocol',
        isKindStated: true,
        headings: [],
        label: criterion.id,
      }),
    ),
    eligibilityText: null,
    acceptsHealthyVolunteers: false,
    globalEnrolment: { count: plan.globalEnrolment, type: plan.hasResults ? 'actual' : 'estimated' },
    dates: datesOf(plan, asOf),
    contacts: [],
    officials: [],
    hasResults: plan.hasResults,
    sourceUrl: null,
    resultsUrl: plan.hasResults ? `https://results.example/${plan.registryId.toLowerCase()}` : null,
    dataDate: addDays(asOf, -3),
  }
}

function descriptionOf({ modelledOn }: TrialPlan): string {
  const origin = modelledOn === null ? '' : ` The wording of its criteria resembles a public record: ${modelledOn}.`
  return `This trial is invented and takes no patients.${origin} It must not be used for clinical decisions.`
}

function registrySiteOf({ code, status }: PlannedSite, siteKey: string): TrialSite {
  const organisation = organisationByCode(code)
  return {
    siteKey,
    facility: organisation.name,
    city: organisation.city,
    region: organisation.region,
    postcode: null,
    country: { name: 'United Kingdom', code: 'GB' },
    position: { latitude: organisation.latitude, longitude: organisation.longitude },
    registryStatus: null,
    recruitmentStatus: status,
    contacts: [
      {
        name: 'Trials office',
        role: 'CONTACT',
        phone: null,
        phoneExtension: null,
        email: `trials@${code.toLowerCase()}.example`,
      },
    ],
  }
}

function datesOf({ registryId, hasResults }: TrialPlan, asOf: CalendarDate): TrialDates {
  const { opensDaysAgo, closesInDays } = planForTrial(registryId)
  const date = (days: number) => ({
    on: addDays(asOf, days),
    type: days <= 0 ? ('actual' as const) : ('estimated' as const),
  })
  return {
    start: date(-opensDaysAgo),
    primaryCompletion: date(closesInDays + 365),
    completion: date(closesInDays + (hasResults ? 400 : 900)),
    firstPosted: date(-opensDaysAgo - 60),
    lastUpdated: date(-3),
  }
}
