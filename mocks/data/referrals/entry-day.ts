import { addDays, type CalendarDate } from '#domain/identity/calendar-date.ts'
import { type ClockState, clockState } from '#domain/referral/referral-clock.ts'
import type { ReferralStatus } from '#domain/referral/referral-status.ts'

/** How far back an open referral may have come to its status. */
const furthestDaysAgo = 90

/**
 * Days since the referral entered its status for its clock to stand as asked today; `null` where no day does, as on a
 * weekend for a two-day clock that should be due. Of several days the middle one, at least one day ago.
 */
export function entryDaysAgo(
  status: ReferralStatus,
  wanted: ClockState['state'],
  isExpedited: boolean,
  asOf: CalendarDate,
): number | null {
  const days = Array.from({ length: furthestDaysAgo }, (_, place) => place + 1).filter((daysAgo) => {
    const enteredOn = addDays(asOf, -daysAgo)
    return clockState({ status, enteredOn, asOf, isExpedited, pausedDays: 0 }).state === wanted
  })
  // An escalated referral has no latest day, so a middle one would lie months back.
  return days[wanted === 'escalated' ? 2 : Math.floor((days.length - 1) / 2)] ?? null
}
