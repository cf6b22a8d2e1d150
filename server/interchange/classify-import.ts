import type { CalendarDate, PartialDate } from '#domain/identity/calendar-date.ts'
import type { TrialRecord } from '#domain/trial/trial-record.ts'

/** What is already stored of a trial, as far as it decides about a new record of it. */
export interface StoredVersion {
  readonly contentHash: string
  readonly lastUpdatedOn: PartialDate | null
  readonly dataDate: CalendarDate | null
}

/** `older`: what is stored is the later one, and importing this would undo it. */
export type ImportClass = 'added' | 'changed' | 'unchanged' | 'older'

/** What importing a record means, given the stored version of the same trial (null: none). */
export function classifyImport(stored: StoredVersion | null, incoming: TrialRecord, incomingHash: string): ImportClass {
  if (stored === null) return 'added'
  if (stored.contentHash === incomingHash) return 'unchanged'
  const isOlder =
    isBefore(incoming.dates.lastUpdated?.on ?? null, stored.lastUpdatedOn) ??
    isBefore(incoming.dataDate, stored.dataDate) ??
    false
  return isOlder ? 'older' : 'changed'
}

/** Null where the two do not tell which came first: one is unknown, they are equal, or one is only a part of the other. */
function isBefore(one: PartialDate | null, other: PartialDate | null): boolean | null {
  if (one === null || other === null || one.startsWith(other) || other.startsWith(one)) return null
  return one < other
}
