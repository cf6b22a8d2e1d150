import type { ColumnType, JSONColumnType } from 'kysely'
import type { ChangeKind } from '#domain/eligibility/news-kinds.ts'
import type { Outcome } from '#domain/eligibility/outcome-label.ts'
import type { ChangeCause } from '#domain/eligibility/screening-comparison.ts'

/** How the answer to one patient and one trial changed. Rows are only ever added. */
export interface ScreeningChangeTable {
  change_id: string
  patient_id: string
  trial_id: string
  organisation_id: string
  at: Date
  as_of: string
  cause: ChangeCause
  kind: ChangeKind
  /** Null where the trial was not offered before. */
  from_outcome: Outcome | null
  /** Null where the trial is not offered any more. */
  to_outcome: Outcome | null
  because: JSONColumnType<string[], string, never>
  /** Part of the protocol has no rule. */
  has_text_to_read: boolean
  /** Clinicians' verdicts count in the answer since. */
  is_set_by_clinician: boolean
  facts_version: number
  trial_version: number
  rules_version: number
}

/** Which changes somebody has marked as seen. */
export interface ChangeSeenTable {
  account_id: string
  change_id: string
  seen_at: ColumnType<Date, Date | undefined, never>
}
