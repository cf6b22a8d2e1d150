import type { Generated } from 'kysely'
import type { CareRole } from '#domain/access/care-role.ts'
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

/** A person named on a patient by a role; ended, and never changed or taken away. */
export interface NamedRoleTable {
  named_role_id: string
  patient_id: string
  organisation_id: string
  account_id: string
  care_role: CareRole
  starts_on: string
  /** The last day; null while none is set. */
  ends_on: string | null
  reason: string
  entered_at: Date
  entered_by_account_id: string
  entered_by_name: string
  /** The first day without it. */
  ended_on: string | null
  ended_at: Date | null
  ended_by_account_id: string | null
  ended_by_name: string | null
  end_reason: string | null
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
