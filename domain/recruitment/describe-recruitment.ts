import { type CancerTypeName, cancerTypeNames } from '../cancer/cancer-type-names.ts'
import type { CalendarDate } from '../identity/calendar-date.ts'
import type { RecruitmentStatus } from '../trial/recruitment-status.ts'
import type { Month } from './month.ts'
import type { SiteMonth } from './monthly-actual.ts'
import type { Dormancy } from './recruitment-flags.ts'
import { sumOfKnown } from './recruitment-series.ts'
import type { TrialSummary } from './summarise-trial.ts'
import type { Rating, TimeAdjustedRatio } from './time-adjusted-ratio.ts'

/** What a list shows of a trial beside its numbers. */
export interface RecruitingTrialName {
  readonly trialId: string
  readonly registryId: string
  readonly title: string
  readonly recruitmentStatus: RecruitmentStatus
  readonly cancerTypeIds: readonly string[]
}

export interface RecruitmentRow extends Omit<RecruitingTrialName, 'cancerTypeIds'> {
  readonly cancerTypes: CancerTypeName[]
  readonly target: number | null
  readonly recruited: number | null
  readonly lastRecruitedOn: CalendarDate | null
  readonly rating: RecruitmentRating
  readonly dormancy: Dormancy['kind']
  readonly isOverRecruited: boolean | null
  readonly siteMonthsNotReturned: number
  readonly sentence: string
}

export interface RecruitmentRating {
  readonly kind: TimeAdjustedRatio['kind']
  readonly words: string
  readonly ratio: number | null
  readonly colour: Rating | 'none'
  readonly expectedToDate: number | null
}

/** One trial of the overview. */
export function describeRecruitment(trial: RecruitingTrialName, summary: TrialSummary): RecruitmentRow {
  const { cancerTypeIds, trialId, registryId, title, recruitmentStatus } = trial
  return {
    trialId,
    registryId,
    title,
    recruitmentStatus,
    cancerTypes: cancerTypeNames(cancerTypeIds),
    target: summary.plan?.target ?? null,
    recruited: summary.toDate.recruited,
    lastRecruitedOn: summary.toDate.lastRecruitedOn,
    rating: describeRating(summary.result),
    dormancy: summary.dormancy,
    isOverRecruited: summary.isOverRecruited,
    siteMonthsNotReturned: summary.toDate.siteMonthsNotReturned,
    sentence: summary.sentence,
  }
}

function describeRating(result: TimeAdjustedRatio): RecruitmentRating {
  const { kind, words } = result
  switch (kind) {
    case 'rated':
      return { kind, words, ratio: result.ratio, colour: result.rating, expectedToDate: result.expectedToDate }
    case 'tooEarly':
      return { kind, words, ratio: null, colour: 'none', expectedToDate: result.expectedToDate }
    case 'notDue':
    case 'noTarget':
    case 'notReturned':
    case 'datesWrong':
      return { kind, words, ratio: null, colour: 'none', expectedToDate: null }
    default:
      return kind satisfies never
  }
}

export interface RecruitmentSiteName {
  readonly siteId: string
  readonly name: string
  readonly recruitmentStatus: RecruitmentStatus
  readonly openedOn: CalendarDate | null
}

export interface RecruitmentSiteRow extends RecruitmentSiteName {
  readonly recruited: number | null
  readonly fromReturns: number | null
  readonly fromReferrals: number
  /** Returned minus enrolled from referrals over the months that have a return; null without any return. */
  readonly difference: number | null
  readonly lastReturnMonth: Month | null
}

/** A site's total, what it returned, and what referrals enrolled there. */
export function describeRecruitingSite(
  site: RecruitmentSiteName,
  siteMonths: readonly SiteMonth[],
): RecruitmentSiteRow {
  const { siteId, name, recruitmentStatus, openedOn } = site
  const months = siteMonths.filter((month) => month.siteId === siteId)
  return {
    siteId,
    name,
    recruitmentStatus,
    openedOn,
    recruited: sumOfKnown(months),
    fromReturns: sumOrNull(months.map(({ returned }) => returned)),
    fromReferrals: months.reduce((sum, month) => sum + month.enrolledFromReferrals, 0),
    difference: sumOrNull(months.map(({ difference }) => difference)),
    lastReturnMonth:
      months
        .filter(({ returned }) => returned !== null)
        .map(({ month }) => month)
        .toSorted()
        .at(-1) ?? null,
  }
}

/** Months without a return say nothing; where none has one, nothing is known. */
function sumOrNull(numbers: readonly (number | null)[]): number | null {
  const known = numbers.filter((number) => number !== null)
  return known.length === 0 ? null : known.reduce((sum, number) => sum + number, 0)
}

const colourOrder = ['red', 'amber', 'green', 'none']

/** The trials furthest behind first; those without a rating last, by title. */
export function byUrgency(a: RecruitmentRow, b: RecruitmentRow): number {
  const byColour = colourOrder.indexOf(a.rating.colour) - colourOrder.indexOf(b.rating.colour)
  if (byColour !== 0) return byColour
  if (a.rating.ratio !== null && b.rating.ratio !== null) return a.rating.ratio - b.rating.ratio
  return a.title.localeCompare(b.title, 'en-GB')
}
