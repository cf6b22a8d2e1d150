import type { JSONColumnType } from 'kysely'
import type { Role } from '#domain/access/role.ts'
import type { ReferralNotice } from '#domain/patient-wishes/referral-notice.ts'
import type { ReferralStatus } from '#domain/referral/referral-status.ts'

export interface ReferralTable {
  referral_id: string
  version: number
  patient_id: string
  trial_id: string
  from_organisation_id: string
  referrer_account_id: string
  site_id: string | null
  to_organisation_id: string | null
  status: ReferralStatus
  is_live: boolean
  entered_on: string
  sent_on: string | null
  /** First day on which the clock reads "due". */
  due_from: string | null
  due_on: string | null
  /** First day on which the clock reads "escalated". */
  escalated_from: string | null
  is_expedited: boolean
  message: string
  withheld_item_ids: string[]
  agreement: JSONColumnType<Record<string, string>, string | null, string | null> | null
  /** What both ends must know at once of the patient, whose record the site does not read. */
  patient_notices: JSONColumnType<readonly ReferralNotice[], string | undefined, string>
  created_at: Date
  last_event_at: Date
}

export interface ReferralEventTable {
  event_id: string
  referral_id: string
  sequence: number
  at: Date
  actor_account_id: string
  actor_name: string
  role: Role
  organisation_id: string | null
  from_status: ReferralStatus | null
  to_status: ReferralStatus
  reason_code: string | null
  note: string | null
  occurred_on: string | null
}

export interface SharedRecordTable {
  referral_id: string
  shared_at: Date
  record: JSONColumnType<Record<string, unknown>, string, string>
}

export interface RecruitmentTargetTable {
  target_id: string
  trial_id: string
  target: number
  opens_on: string
  closes_on: string
  agreed_on: string
}

export interface SiteReturnTable {
  site_id: string
  month: string
  recruited: number
  returned_on: string
}
