import type { Selectable } from 'kysely'
import type { components } from '#api/schema.ts'
import { changeLabel } from '#domain/eligibility/screening-change.ts'
import type { ScreeningChangeTable } from '../../database/tables/screening-tables.ts'

/** The columns that say what changed. */
export const changeColumns = [
  'change_id',
  'screening_change.patient_id',
  'screening_change.trial_id',
  'at',
  'cause',
  'kind',
  'from_outcome',
  'to_outcome',
  'because',
  'has_text_to_read',
  'screening_change.is_set_by_clinician',
] as const

type ChangeRow = Pick<
  Selectable<ScreeningChangeTable>,
  | 'change_id'
  | 'at'
  | 'cause'
  | 'kind'
  | 'from_outcome'
  | 'to_outcome'
  | 'because'
  | 'has_text_to_read'
  | 'is_set_by_clinician'
> & { readonly is_seen: boolean }

export function describeChange(row: ChangeRow): components['schemas']['ScreeningChange'] {
  return {
    changeId: row.change_id,
    from: row.from_outcome,
    to: row.to_outcome,
    hasTextToRead: row.has_text_to_read,
    isSetByClinician: row.is_set_by_clinician,
    kind: row.kind,
    label: changeLabel({ kind: row.kind, to: row.to_outcome, hasTextToRead: row.has_text_to_read }),
    because: row.because,
    cause: row.cause,
    at: row.at.toISOString(),
    isSeen: row.is_seen,
  }
}
