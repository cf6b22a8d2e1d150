import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { isLiveStatus, type ReferralStatus } from '#domain/referral/referral-status.ts'
import type { Caller, Trx } from '../../plugins/operation.ts'
import { clockColumns } from '../../referral-rows/clock-columns.ts'
import { addEvent } from './referral-event-repository.ts'
import { type StoredReferral, updateReferral } from './referral-repository.ts'

export interface Step {
  readonly trx: Trx
  readonly caller: Caller
  readonly asOf: CalendarDate
  readonly now: Date
  readonly stored: StoredReferral
  readonly to: ReferralStatus
  readonly reasonCode: string | null
  readonly note: string | null
  readonly occurredOn: CalendarDate | null
  /** Columns that change with this step besides the status and its clock. */
  readonly changes: Partial<Parameters<typeof updateReferral>[2]>
}

/** Puts an allowed step into the history and lets the clock of the new status begin. */
export async function recordStep(step: Step): Promise<void> {
  const { trx, caller, asOf, now, stored, to, reasonCode, note, occurredOn } = step
  await updateReferral(trx, stored, {
    ...step.changes,
    status: to,
    is_live: isLiveStatus(to),
    entered_on: asOf,
    ...clockColumns({ status: to, enteredOn: asOf, isExpedited: stored.isExpedited }),
    last_event_at: now,
  })
  const { referralId, status: from } = stored
  await addEvent(trx, { referralId, caller, at: now, from, to, reasonCode, note, occurredOn })
}
