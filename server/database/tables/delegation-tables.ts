import type { Generated } from 'kysely'
import type { Duty } from '#domain/access/duty.ts'

/** A line of the delegation log of a trial at the site of an organisation. */
export interface DelegationTable {
  entry_id: string
  trial_id: string
  organisation_id: string
  account_id: string
  duty: Duty
  starts_on: string
  /** The last day; null while none is set. */
  ends_on: string | null
  entered_at: Date
  /** Null for a line of the demonstration. */
  entered_by_account_id: string | null
  entered_by_name: string
  /** The first day without it; null where nobody has ended it. */
  ended_on: Generated<string | null>
  ended_at: Generated<Date | null>
  ended_by_account_id: Generated<string | null>
  ended_by_name: Generated<string | null>
  end_reason: Generated<string | null>
}
