import type { Caller } from '../../plugins/operation.ts'

/** What a privacy officer may read. Null reads everything: the office is held across all organisations. */
export interface AuditScope {
  /** What concerns this organisation: done by its people, or to its patients. */
  readonly organisationId: string | null
}

/** The scope of somebody whose role may read the log; an officer of one organisation has that one's. */
export function auditScopeOf({ organisation }: Caller): AuditScope {
  return { organisationId: organisation?.organisationId ?? null }
}
