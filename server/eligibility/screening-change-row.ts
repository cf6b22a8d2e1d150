import type { Insertable } from 'kysely'
import type { ScreeningChange } from '#domain/eligibility/screening-change.ts'
import type { ChangeCause } from '#domain/eligibility/screening-comparison.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { ScreeningChangeTable } from '../database/tables/screening-tables.ts'
import { factsVersion, rulesVersion } from './facts-version.ts'

/** A change of the answer for one patient and trial, and what it was worked out from. */
export interface RecordedChange extends ScreeningChange {
  readonly changeId: string
  readonly patientId: string
  readonly trialId: string
  readonly organisationId: string
  readonly at: Date
  readonly asOf: CalendarDate
  readonly cause: ChangeCause
  readonly trialVersion: number
}

export function screeningChangeRow(change: RecordedChange): Insertable<ScreeningChangeTable> {
  return {
    change_id: change.changeId,
    patient_id: change.patientId,
    trial_id: change.trialId,
    organisation_id: change.organisationId,
    at: change.at,
    as_of: change.asOf,
    cause: change.cause,
    kind: change.kind,
    from_outcome: change.from,
    to_outcome: change.to,
    because: JSON.stringify(change.because),
    has_text_to_read: change.hasTextToRead,
    is_set_by_clinician: change.isSetByClinician,
    facts_version: factsVersion,
    trial_version: change.trialVersion,
    rules_version: rulesVersion,
  }
}
