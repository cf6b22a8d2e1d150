import type { Selectable } from 'kysely'
import type { WishEvent } from '#domain/patient-wishes/wish-event.ts'
import type { PatientWishEventTable } from '../database/tables/wish-tables.ts'

/** A line of a patient's wishes as the domain reads it. */
export function toWishEvent({ event_id, recorded_by, recorded_at, act }: Selectable<PatientWishEventTable>): WishEvent {
  return { ...act, eventId: event_id, recordedBy: recorded_by, recordedAt: recorded_at.toISOString() }
}
