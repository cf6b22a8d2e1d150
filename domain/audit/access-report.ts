import { type Role, roleLabel } from '../access/role.ts'
import type { CalendarDate } from '../identity/calendar-date.ts'
import { accessBasisForPatient } from './access-basis.ts'
import { operationForPatient } from './operation-words.ts'

/** One use of the service that showed or changed a patient, as far as a report tells it. */
export interface PatientAccess {
  /** The day in London. */
  readonly on: CalendarDate
  /** Null for the system itself. */
  readonly role: Role | null
  /** The organisation's name; null for somebody who works across all of them. */
  readonly organisation: string | null
  readonly operation: string
  readonly basis: string | null
}

export interface AccessReportEntry {
  readonly on: CalendarDate
  readonly who: string
  readonly organisation: string | null
  readonly what: string
  readonly why: string
  readonly times: number
}

/**
 * What a patient is told of who has seen his or her record: the role and the organisation, never a code and never the
 * name of a person. What the same kind of person did on the same day is one line with how often. The order is kept.
 */
export function accessReportEntries(accesses: readonly PatientAccess[]): AccessReportEntry[] {
  const lines = new Map<string, AccessReportEntry>()
  for (const access of accesses) {
    const entry = describe(access)
    const key = JSON.stringify(entry)
    lines.set(key, { ...entry, times: (lines.get(key)?.times ?? 0) + 1 })
  }
  return [...lines.values()]
}

function describe({ on, role, organisation, operation, basis }: PatientAccess): AccessReportEntry {
  return {
    on,
    who: role === null ? 'The computer system' : roleLabel(role),
    organisation,
    what: operationForPatient(operation),
    why: accessBasisForPatient(basis),
    times: 0,
  }
}
