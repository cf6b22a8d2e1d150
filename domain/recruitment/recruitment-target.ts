import { type CalendarDate, daysBetween } from '../identity/calendar-date.ts'

/**
 * A recruitment plan agreed for the United Kingdom or for one site. A registry's enrolment figure is worldwide and is
 * never a target here. A plan that is agreed anew is a new row; the earlier ones stay.
 */
export interface RecruitmentTarget {
  readonly agreedOn: CalendarDate
  /** Participants. */
  readonly target: number
  readonly opensOn: CalendarDate
  readonly plannedCloseOn: CalendarDate
}

/** The plan in force on a date: the one agreed last by then (the later row of two agreed the same day), or null. */
export function targetInForce(targets: readonly RecruitmentTarget[], asOf: CalendarDate): RecruitmentTarget | null {
  return targets
    .filter(({ agreedOn }) => agreedOn <= asOf)
    .reduce<RecruitmentTarget | null>(
      (latest, next) => (latest === null || next.agreedOn >= latest.agreedOn ? next : latest),
      null,
    )
}

/**
 * Participants expected by the end of a date on the straight line from opening to planned close: none up to opening,
 * the whole target from planned close on.
 */
export function expectedBy(plan: RecruitmentTarget, on: CalendarDate): number {
  if (on <= plan.opensOn) return 0
  if (on >= plan.plannedCloseOn) return plan.target
  return (plan.target * daysBetween(plan.opensOn, on)) / daysBetween(plan.opensOn, plan.plannedCloseOn)
}
