import type { CalendarDate } from '../identity/calendar-date.ts'
import { dateInWords } from '../identity/date-words.ts'
import type { RecruitmentTarget } from './recruitment-target.ts'
import type { RecruitmentToDate } from './recruitment-to-date.ts'
import { type RatedRatio, type RatingRule, type TimeAdjustedRatio, usualRatingRule } from './time-adjusted-ratio.ts'

/**
 * The finding on one trial or site in one sentence, from the very numbers of its table, for example
 * "9 recruited of 40 by 30 June 2026, 12 fewer than planned (time-adjusted ratio −0.57, red)."
 */
export function recruitmentSentence({
  toDate,
  plan,
  result,
  asOf,
  rule = usualRatingRule,
}: {
  readonly toDate: Pick<RecruitmentToDate, 'recruited' | 'siteMonthsNotReturned'>
  readonly plan: RecruitmentTarget | null
  readonly result: TimeAdjustedRatio
  readonly asOf: CalendarDate
  readonly rule?: RatingRule
}): string {
  const missing = missingWords(toDate.siteMonthsNotReturned)
  const { recruited } = toDate
  if (recruited === null || result.kind === 'notReturned') {
    return `No recruitment figures returned by ${dateInWords(asOf)}${whyNotRated(result, plan)}.`
  }
  const isLowerBound = missing !== ''
  const counted = `${isLowerBound ? 'At least ' : ''}${recruited} recruited`
  const by = `by ${dateInWords(asOf)}`
  switch (result.kind) {
    case 'rated': {
      const rated = `${result.rating}${isLowerBound ? ' on the returns held' : ''}`
      const ratio = `time-adjusted ratio ${ratioInWords(result.ratio, rule)}, ${rated}`
      return `${counted}${ofTarget(plan)} ${by}, ${gapInWords(recruited, result, isLowerBound)} (${ratio})${missing}.`
    }
    case 'tooEarly':
      return `${counted}${ofTarget(plan)} ${by}${whyNotRated(result, plan)}${missing}.`
    case 'notDue':
    case 'noTarget':
    case 'datesWrong':
      return `${counted} ${by}${whyNotRated(result, plan)}${missing}.`
    default:
      return result satisfies never
  }
}

/** Participants expected as the table shows them: a whole number, halves up. */
export function expectedInTable(expectedToDate: number): number {
  return Math.round(expectedToDate)
}

/**
 * A ratio with two decimals, or as many more (up to nine) as keep it on its own side of the cut points: −0.3004 under
 * the usual rule is "−0.3004", since "−0.30" would be amber. Positive ratios carry a plus sign.
 */
export function ratioInWords(ratio: number, rule: RatingRule = usualRatingRule): string {
  let decimals = 2
  while (decimals < 9 && [0, rule.amberFrom].some((cut) => ratio !== cut && Number(ratio.toFixed(decimals)) === cut)) {
    decimals += 1
  }
  const size = Math.abs(ratio).toFixed(decimals)
  return ratio === 0 ? size : `${ratio < 0 ? '−' : '+'}${size}`
}

function ofTarget(plan: RecruitmentTarget | null): string {
  return plan === null ? '' : ` of ${plan.target}`
}

function gapInWords(recruited: number, { expectedToDate, ratio }: RatedRatio, isLowerBound: boolean): string {
  const gap = recruited - expectedInTable(expectedToDate)
  if (gap < 0) return `${isLowerBound ? 'at most ' : ''}${-gap} fewer than planned`
  if (gap > 0) return `${isLowerBound ? 'at least ' : ''}${gap} more than planned`
  if (ratio === 0) return 'exactly as planned'
  return ratio < 0 ? 'just short of plan' : 'just ahead of plan'
}

function whyNotRated(result: TimeAdjustedRatio, plan: RecruitmentTarget | null): string {
  switch (result.kind) {
    case 'noTarget':
      return '; no UK target agreed'
    case 'notDue':
      return plan === null ? '; not due' : `; ${plan.target} planned from ${dateInWords(plan.opensOn)}, not due yet`
    case 'tooEarly':
      return '; too early to rate'
    case 'datesWrong':
      return '; not rated because planned close is not after opening'
    case 'rated':
    case 'notReturned':
      return ''
    default:
      return result satisfies never
  }
}

function missingWords(siteMonthsNotReturned: number): string {
  if (siteMonthsNotReturned === 0) return ''
  return siteMonthsNotReturned === 1
    ? '; 1 monthly return is missing'
    : `; ${siteMonthsNotReturned} monthly returns are missing`
}
