import { randomUUID } from 'node:crypto'
import type { components } from '#api/schema.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { findReason } from '#domain/referral/referral-reasons.ts'
import { describeStatus, type ReferralStatus } from '#domain/referral/referral-status.ts'
import type { Caller, Trx } from '../../plugins/operation.ts'

export interface NewEvent {
  readonly referralId: string
  readonly caller: Caller
  readonly at: Date
  readonly from: ReferralStatus | null
  readonly to: ReferralStatus
  readonly reasonCode?: string | null
  readonly note?: string | null
  /** The day of consent or enrolment. */
  readonly occurredOn?: CalendarDate | null
}

/** Adds a line to the history of a referral, with the person's name, role and organisation as they are at that moment. */
export async function addEvent(trx: Trx, event: NewEvent): Promise<void> {
  const { caller, referralId } = event
  await trx
    .insertInto('referral_event')
    .values(({ selectFrom }) => ({
      event_id: randomUUID(),
      referral_id: referralId,
      sequence: selectFrom('referral_event')
        .select(({ fn, lit, eb }) => eb(fn.coalesce(fn.max('sequence'), lit(0)), '+', lit(1)).as('next'))
        .where('referral_id', '=', referralId),
      at: event.at,
      actor_account_id: caller.accountId,
      actor_name: caller.name,
      role: caller.role,
      organisation_id: caller.organisation?.organisationId ?? null,
      from_status: event.from,
      to_status: event.to,
      reason_code: event.reasonCode ?? null,
      note: event.note ?? null,
      occurred_on: event.occurredOn ?? null,
    }))
    .execute()
}

/** The whole history of a referral, oldest first. */
export async function readEvents(trx: Trx, referralId: string): Promise<components['schemas']['ReferralEvent'][]> {
  const rows = await trx
    .selectFrom('referral_event')
    .leftJoin('organisation', 'organisation.organisation_id', 'referral_event.organisation_id')
    .selectAll('referral_event')
    .select('organisation.name as organisation_name')
    .where('referral_id', '=', referralId)
    .orderBy('sequence')
    .execute()
  return rows.map((row) => ({
    eventId: row.event_id,
    at: row.at.toISOString(),
    actor: row.actor_name,
    role: row.role,
    organisation: row.organisation_name,
    from: row.from_status,
    to: row.to_status,
    toLabel: describeStatus(row.to_status).label,
    reasonCode: row.reason_code,
    reasonLabel: row.reason_code === null ? null : (findReason(row.reason_code)?.label ?? null),
    note: row.note,
    occurredOn: row.occurred_on,
  }))
}

/** The day of consent recorded last; null while there is none. */
export async function readConsentedOn(trx: Trx, referralId: string): Promise<CalendarDate | null> {
  const row = await trx
    .selectFrom('referral_event')
    .select('occurred_on')
    .where('referral_id', '=', referralId)
    .where('to_status', '=', 'consented')
    .orderBy('sequence', 'desc')
    .executeTakeFirst()
  return row?.occurred_on ?? null
}
