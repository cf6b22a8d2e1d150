import { addDays, type CalendarDate } from '../identity/calendar-date.ts'
import { describeStatus, type ReferralStatus } from './referral-status.ts'
import { addWorkingDays } from './working-days.ts'

/** The days on which a clock changes its state. Whoever compares today with them gets the answer of `clockState`. */
export interface ClockDates {
  /** First day that reads "due"; before it the step is on time. */
  readonly dueFrom: CalendarDate
  /** Last day on which the step is in time; from the next day on it is overdue. */
  readonly dueOn: CalendarDate
  /** First day that reads "escalated". */
  readonly escalatedFrom: CalendarDate
}

/**
 * The turning points of the clock of a status, for lists that a database filters and sorts; null where nobody is waited
 * for. Example: sent on Monday 6 July 2026 reads "due" from the 8th, is due on the 8th and escalated from the 11th.
 */
export function clockDates({
  status,
  enteredOn,
  isExpedited,
}: {
  readonly status: ReferralStatus
  readonly enteredOn: CalendarDate
  readonly isExpedited: boolean
}): ClockDates | null {
  const { standard } = describeStatus(status)
  if (standard === null) return null
  const add = standard.kind === 'workingDays' ? addWorkingDays : addDays
  const daysAllowed = isExpedited ? Math.ceil(standard.days / 2) : standard.days
  // The first whole day that lies beyond four fifths of the time allowed.
  const daysBeforeDue = Math.floor((daysAllowed * 4) / 5) + 1
  return {
    dueFrom: add(enteredOn, daysBeforeDue),
    dueOn: add(enteredOn, daysAllowed),
    escalatedFrom: addDays(add(enteredOn, 2 * daysAllowed), 1),
  }
}
