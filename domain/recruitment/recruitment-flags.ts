import { type CalendarDate, daysBetween } from '../identity/calendar-date.ts'
import type { RecruitmentTarget } from './recruitment-target.ts'
import type { Rating, TimeAdjustedRatio } from './time-adjusted-ratio.ts'

export type Dormancy =
  | { readonly kind: 'active' }
  | { readonly kind: 'dormant'; readonly daysWithoutRecruit: number; readonly limitDays: number }
  /** Long without a recruit as far as is known, but sites have yet to report on part of that time. */
  | { readonly kind: 'notKnown'; readonly limitDays: number }
  /** No plan, not open yet, past planned close, or the target is reached: nobody is waited for. */
  | { readonly kind: 'notApplicable' }

/** No plan expects recruits so often that a gap shorter than this is remarkable. */
const shortestRemarkableGapDays = 90

/**
 * Whether recruitment has fallen asleep: nobody recruited for twice the planned gap between two participants, and for
 * 90 days at least. The gap starts at the last recruit, or at opening where there was none. `reportedThrough` is the
 * last day up to which every site has reported; silence after it is not known to be a gap.
 */
export function dormancy({
  plan,
  recruited,
  lastRecruitedOn,
  reportedThrough,
  asOf,
}: {
  readonly plan: RecruitmentTarget | null
  readonly recruited: number | null
  readonly lastRecruitedOn: CalendarDate | null
  readonly reportedThrough: CalendarDate | null
  readonly asOf: CalendarDate
}): Dormancy {
  if (plan === null || plan.target <= 0 || asOf <= plan.opensOn || asOf >= plan.plannedCloseOn) {
    return { kind: 'notApplicable' }
  }
  if (recruited !== null && recruited >= plan.target) return { kind: 'notApplicable' }
  const plannedGapDays = daysBetween(plan.opensOn, plan.plannedCloseOn) / plan.target
  const limitDays = Math.max(shortestRemarkableGapDays, Math.ceil(2 * plannedGapDays))
  const since = lastRecruitedOn ?? plan.opensOn
  const daysWithoutRecruit = daysBetween(since, asOf)
  if (daysWithoutRecruit < limitDays) return { kind: 'active' }
  const isReported = reportedThrough !== null && daysBetween(since, reportedThrough) >= limitDays
  return isReported ? { kind: 'dormant', daysWithoutRecruit, limitDays } : { kind: 'notKnown', limitDays }
}

/** Whether more joined than the plan in force has room for; null where either number is not known. */
export function isOverRecruited(recruited: number | null, plan: RecruitmentTarget | null): boolean | null {
  if (recruited === null || plan === null || plan.target <= 0) return null
  return recruited > plan.target
}

/** The ratings of a trial that has recruited fewer than planned by now, the worse first. */
export const behindRatings = ['red', 'amber'] as const satisfies readonly Rating[]

/** Whether a trial is known to lie behind its plan. One that is not rated is not known to. */
export function isBehindTarget(result: TimeAdjustedRatio): boolean {
  return result.kind === 'rated' && result.rating !== 'green'
}
