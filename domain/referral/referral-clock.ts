import { addDays, type CalendarDate, daysBetween } from '../identity/calendar-date.ts'
import { type ClockStandard, describeStatus, type ReferralStatus } from './referral-status.ts'
import { addWorkingDays, workingDaysBetween } from './working-days.ts'

export interface ClockQuestion {
  readonly status: ReferralStatus
  /** The London date on which the referral entered the status. */
  readonly enteredOn: CalendarDate
  readonly asOf: CalendarDate
  /** An expedited trial has half of every standard; halves round up to a whole day. */
  readonly isExpedited: boolean
  /** Whole days, in the unit of the standard, during which the clock of this status was stopped. */
  readonly pausedDays: number
  /** A standard that the trial sets instead of the usual one. */
  readonly standard?: ClockStandard | undefined
}

export type ClockState =
  | { readonly state: 'none' }
  | {
      readonly state: 'onTime' | 'due' | 'overdue' | 'escalated'
      /** The last day on which the step is in time, to the end of that day in London. */
      readonly dueOn: CalendarDate
      readonly unit: ClockStandard['kind']
      readonly daysUsed: number
      readonly daysAllowed: number
    }

/**
 * How a referral stands against the standard of its status. The day of entry does not count. `due` is the last fifth
 * of the days allowed, which always includes the last day; `escalated` is overdue by more than the time allowed again.
 * Example: sent on Monday 6 July 2026 has 2 working days: due on Wednesday 8 July, overdue from the 9th, escalated
 * from Saturday the 11th.
 */
export function clockState(question: ClockQuestion): ClockState {
  const { enteredOn, asOf, pausedDays } = question
  const standard = question.standard ?? describeStatus(question.status).standard
  if (standard === null) return { state: 'none' }
  const daysAllowed = question.isExpedited ? Math.ceil(standard.days / 2) : standard.days
  const clock = clockByUnit[standard.kind]
  const dueOn = clock.add(enteredOn, daysAllowed + pausedDays)
  const daysUsed = Math.max(0, clock.between(enteredOn, asOf) - pausedDays)
  const escalatedAfter = clock.add(enteredOn, 2 * daysAllowed + pausedDays)
  return { state: stateOn(), dueOn, unit: standard.kind, daysUsed, daysAllowed }

  function stateOn() {
    if (asOf > escalatedAfter) return 'escalated'
    if (asOf > dueOn) return 'overdue'
    // The last fifth, in whole numbers on both sides so that no rounding decides.
    return daysUsed * 5 > daysAllowed * 4 ? 'due' : 'onTime'
  }
}

const clockByUnit = {
  workingDays: { add: addWorkingDays, between: workingDaysBetween },
  calendarDays: { add: addDays, between: daysBetween },
} as const
