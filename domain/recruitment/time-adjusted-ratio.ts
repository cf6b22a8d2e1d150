import { type CalendarDate, daysBetween } from '../identity/calendar-date.ts'
import { expectedBy, type RecruitmentTarget } from './recruitment-target.ts'

export type TimeAdjustedRatio =
  | RatedRatio
  /** So few are planned by now that one participant more or less would change the rating. */
  | { readonly kind: 'tooEarly'; readonly expectedToDate: number; readonly words: string }
  | { readonly kind: 'notDue'; readonly words: string }
  | { readonly kind: 'noTarget'; readonly words: string }
  /** Nobody has reported: not the same as nobody recruited. */
  | { readonly kind: 'notReturned'; readonly words: string }
  /** Planned close is not after opening. */
  | { readonly kind: 'datesWrong'; readonly words: string }

export interface RatedRatio {
  readonly kind: 'rated'
  /** 0 is on plan, −0.5 is half of what was planned by now. Rounded to nine decimals. */
  readonly ratio: number
  readonly expectedToDate: number
  readonly rating: Rating
  readonly words: string
}

export type Rating = 'green' | 'amber' | 'red'

/** Amber reaches from `amberFrom` (included) up to 0 (excluded); red lies below it, green is 0 and above. */
export interface RatingRule {
  readonly amberFrom: number
}

/** The cut points in common use; a local choice, so the rule in force is printed beside every rating. */
export const usualRatingRule: RatingRule = { amberFrom: -0.3 }

/** Below this many expected participants nothing is rated. */
export const fewestExpectedToRate = 2

/**
 * The NIHR time-adjusted ratio in use since January 2021: share of target recruited over share of planned time gone,
 * minus one. Time is counted in calendar days; after planned close the whole time has gone. `recruited` is null where
 * nobody has reported. Example: 25 of 100 at half time is −0.5.
 */
export function timeAdjustedRatio(
  recruited: number | null,
  plan: RecruitmentTarget | null,
  asOf: CalendarDate,
  rule: RatingRule = usualRatingRule,
): TimeAdjustedRatio {
  if (plan === null || plan.target <= 0) return { kind: 'noTarget', words: 'No UK target agreed' }
  if (plan.plannedCloseOn <= plan.opensOn) {
    return { kind: 'datesWrong', words: 'Planned close is not after opening: correct the agreed dates' }
  }
  if (asOf <= plan.opensOn) return { kind: 'notDue', words: 'Not due' }
  const expectedToDate = expectedBy(plan, asOf)
  if (expectedToDate < fewestExpectedToRate) return { kind: 'tooEarly', expectedToDate, words: 'Too early to rate' }
  if (recruited === null) return { kind: 'notReturned', words: 'No recruitment figures returned' }
  const ratio = roundToNine(shareOfExpected(recruited, plan, asOf) - 1)
  const rating = rate(ratio, rule)
  return { kind: 'rated', ratio, expectedToDate, rating, words: ratingWords(rating, rule) }
}

/** The rule as it is printed beside a chart. */
export function ratingRuleWords(rule: RatingRule): string {
  return `Green: 0.00 and above. Amber: from ${minus(rule.amberFrom)} to below 0.00. Red: below ${minus(rule.amberFrom)}.`
}

// One division of whole numbers: dividing by the expected number would round twice and could cross a cut point.
function shareOfExpected(recruited: number, plan: RecruitmentTarget, asOf: CalendarDate): number {
  const plannedDays = daysBetween(plan.opensOn, plan.plannedCloseOn)
  const elapsedDays = Math.min(plannedDays, daysBetween(plan.opensOn, asOf))
  return (recruited * plannedDays) / (plan.target * elapsedDays)
}

// Makes 7 of 10 expected exactly −0.3, which binary fractions alone put a hair below.
function roundToNine(value: number): number {
  return Math.round(value * 1e9) / 1e9
}

function rate(ratio: number, rule: RatingRule): Rating {
  if (ratio >= 0) return 'green'
  return ratio >= rule.amberFrom ? 'amber' : 'red'
}

function ratingWords(rating: Rating, rule: RatingRule): string {
  const percent = Math.round(-rule.amberFrom * 100)
  switch (rating) {
    case 'green':
      return 'On or ahead of plan'
    case 'amber':
      return `Behind plan, by no more than ${percent}%`
    case 'red':
      return `Behind plan by more than ${percent}%`
    default:
      return rating satisfies never
  }
}

function minus(value: number): string {
  return value.toFixed(2).replace('-', '−')
}
