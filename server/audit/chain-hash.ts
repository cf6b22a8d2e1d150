import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { AuditEventTable } from '../database/tables/audit-tables.ts'

export type StoredEvent = Selectable<AuditEventTable>

/** The chain before its first link. */
export const hashBeforeFirst = '0'.repeat(64)

/**
 * The one form in which an event is hashed: a list of all its columns in this order, as JSON, instants in UTC to the
 * millisecond. It never changes; another form would get another name in front, and rows would say which they have.
 */
export function canonicalEvent(event: StoredEvent): string {
  return JSON.stringify([
    'audit-event-1',
    event.event_id,
    event.sequence,
    event.at.toISOString(),
    event.actor_kind,
    event.actor_account_id,
    event.actor_name,
    event.role,
    event.actor_organisation_id,
    event.session_ref,
    event.address,
    event.request_id,
    event.operation,
    event.action,
    event.outcome,
    event.basis,
    event.patient_ids,
    event.organisation_ids,
    event.trial_id,
    event.referral_id,
    event.account_id,
    event.result_count,
    event.fields,
    event.reason,
    event.app_version,
    event.rules_version,
  ])
}

/** What stands in a link besides its event. */
export interface LinkPlace {
  readonly position: number
  readonly linkedAt: Date
}

/** SHA-256 of the link before, of the place in the chain and of the event. */
export function linkHash(previousHash: string, { position, linkedAt }: LinkPlace, event: StoredEvent): string {
  return createHash('sha256')
    .update(`${previousHash}\n${position}\n${linkedAt.toISOString()}\n${canonicalEvent(event)}`)
    .digest('hex')
}
