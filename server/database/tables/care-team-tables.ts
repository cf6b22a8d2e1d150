import type { Generated } from 'kysely'
import type { EmergencyReasonCode, ReviewOutcome } from '#domain/access/emergency-access.ts'
import type { Role } from '#domain/access/role.ts'

export interface TeamTable {
  team_id: string
  organisation_id: string
  name: string
  is_demonstration: Generated<boolean>
}

export interface TeamMemberTable {
  membership_id: string
  team_id: string
  account_id: string
  since: string
  /** The first day on which the person is no longer a member; null while nothing has ended it. */
  until: string | null
}

/** A record that somebody outside the patient's team has opened, and what the privacy officer said of it. */
export interface EmergencyAccessTable {
  access_id: string
  patient_id: string
  organisation_id: string
  account_id: string
  actor_name: string
  role: Role
  began_at: Date
  ends_at: Date
  reason_code: EmergencyReasonCode
  reason: string
  reviewed_at: Date | null
  reviewer_account_id: string | null
  reviewer_name: string | null
  review_outcome: ReviewOutcome | null
  review_note: string | null
}
