import type { components } from '#api/schema.ts'
import { cancerTypeNames } from '#domain/cancer/cancer-type-names.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { SiteMonth } from '#domain/recruitment/monthly-actual.ts'
import { recruitmentSeries, sumOfKnown, targetLine } from '#domain/recruitment/recruitment-series.ts'
import { summariseTrial, type TrialSummary } from '#domain/recruitment/summarise-trial.ts'
import { ratingRuleWords, type TimeAdjustedRatio, usualRatingRule } from '#domain/recruitment/time-adjusted-ratio.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import type { HeldTrialSites } from '../../state/held-trial.ts'
import { type RecruitingTrial, recruitingTrial } from './recruiting-trial.ts'

type Schemas = components['schemas']

const ratingRule = ratingRuleWords(usualRatingRule)

/** Every trial with its actual recruitment against its target. */
export function recruitmentOverview(state: DemonstrationState, asOf: CalendarDate): Schemas['RecruitmentOverview'] {
  const rows = [...state.trials.values()].map((trial) =>
    describeRow(trial, summariseTrial(recruitingTrial(state, trial), asOf)),
  )
  return { asOf, ratingRule, items: rows.toSorted(byUrgency) }
}

/** One trial's recruitment by month and by site. */
export function trialRecruitment(
  state: DemonstrationState,
  trial: HeldTrialSites,
  asOf: CalendarDate,
): Schemas['TrialRecruitment'] {
  const reports = recruitingTrial(state, trial)
  const summary = summariseTrial(reports, asOf)
  const { plan, siteMonths } = summary
  return {
    asOf,
    ratingRule,
    row: describeRow(trial, summary),
    months: recruitmentSeries(siteMonths, plan, asOf).map((month) => ({ ...month })),
    targetLine: plan === null ? [] : targetLine(plan).map((point) => ({ ...point })),
    sites: reports.sites.map((site) => describeSite(site, siteMonths)),
    targets: reports.targets.map(({ target, opensOn, plannedCloseOn, agreedOn }) => ({
      target,
      opensOn,
      closesOn: plannedCloseOn,
      agreedOn,
    })),
    globalEnrolment: trial.record.globalEnrolment?.count ?? null,
  }
}

function describeRow({ trialId, record }: HeldTrialSites, summary: TrialSummary): Schemas['RecruitmentRow'] {
  const { registryId, title, recruitmentStatus, cancerTypeIds } = record
  const { plan, toDate, result, dormancy, isOverRecruited, sentence } = summary
  return {
    trialId,
    registryId,
    title,
    recruitmentStatus,
    cancerTypes: cancerTypeNames(cancerTypeIds),
    target: plan?.target ?? null,
    recruited: toDate.recruited,
    lastRecruitedOn: toDate.lastRecruitedOn,
    rating: describeRating(result),
    dormancy,
    isOverRecruited,
    siteMonthsNotReturned: toDate.siteMonthsNotReturned,
    sentence,
  }
}

function describeRating(result: TimeAdjustedRatio): Schemas['Rating'] {
  const { kind, words } = result
  const unrated = { kind, words, ratio: null, colour: 'none', expectedToDate: null } as const
  switch (kind) {
    case 'rated':
      return { kind, words, ratio: result.ratio, colour: result.rating, expectedToDate: result.expectedToDate }
    case 'tooEarly':
      return { ...unrated, expectedToDate: result.expectedToDate }
    case 'notDue':
    case 'noTarget':
    case 'notReturned':
    case 'datesWrong':
      return unrated
    default:
      return kind satisfies never
  }
}

function describeSite(
  { siteId, name, recruitmentStatus, openedOn }: RecruitingTrial['sites'][number],
  siteMonths: readonly SiteMonth[],
): Schemas['RecruitmentSite'] {
  const months = siteMonths.filter((month) => month.siteId === siteId)
  const returned = months.flatMap((month) => (month.returned === null ? [] : [{ ...month, returned: month.returned }]))
  return {
    siteId,
    name,
    recruitmentStatus,
    openedOn,
    recruited: sumOfKnown(months),
    fromReturns: returned.length === 0 ? null : returned.reduce((sum, month) => sum + month.returned, 0),
    fromReferrals: months.reduce((sum, month) => sum + month.enrolledFromReferrals, 0),
    lastReturnMonth:
      returned
        .map(({ month }) => month)
        .toSorted()
        .at(-1) ?? null,
  }
}

const colourOrder = ['red', 'amber', 'green', 'none']

/** The trials furthest behind first; those without a rating last, by title. */
function byUrgency(a: Schemas['RecruitmentRow'], b: Schemas['RecruitmentRow']): number {
  const byColour = colourOrder.indexOf(a.rating.colour) - colourOrder.indexOf(b.rating.colour)
  if (byColour !== 0) return byColour
  if (a.rating.ratio !== null && b.rating.ratio !== null) return a.rating.ratio - b.rating.ratio
  return a.title.localeCompare(b.title, 'en-GB')
}
