import type { Generated, JSONColumnType } from 'kysely'
import type { RecruitmentStatus } from '#domain/trial/recruitment-status.ts'
import type { TrialRecord } from '#domain/trial/trial-record.ts'
import type { TrialContact } from '#domain/trial/trial-site.ts'

export interface TrialTable {
  trial_id: string
  registry: TrialRecord['registry']
  registry_id: string
  title: string
  acronym: string | null
  phases: string[]
  sponsor: string | null
  registry_status: string
  recruitment_status: RecruitmentStatus
  cancer_type_ids: string[]
  is_basket: boolean
  /** At least one condition maps to the taxonomy, or the trial is for any cancer. */
  is_mapped: boolean
  /** At least one site in the configured countries is open and so is the trial. */
  is_open_at_home: boolean
  is_expedited: Generated<boolean>
  criteria_encoded: number
  criteria_total: number
  last_updated_on: string | null
  has_results: boolean
  is_demonstration: Generated<boolean>
  record: JSONColumnType<TrialRecord & object, string, string>
  content_hash: string
  version: number
  updated_at: Date
  /** What typed text is looked for in: `trialSearchForm` of the record. */
  search: string
}

export interface TrialVersionTable {
  trial_id: string
  version: number
  record: JSONColumnType<TrialRecord & object, string, string>
  content_hash: string
  data_date: string | null
  imported_at: Date
}

export interface TrialSiteTable {
  site_id: string
  trial_id: string
  /** What makes a site the same site when its trial is imported again. */
  site_key: string
  position: number
  is_listed: Generated<boolean>
  organisation_id: string | null
  facility: string
  city: string | null
  region: string | null
  postcode: string | null
  country: string | null
  country_code: string | null
  latitude: number | null
  longitude: number | null
  registry_status: string | null
  /** Null where the site does not say. */
  recruitment_status: RecruitmentStatus | null
  opened_on: string | null
  closed_on: string | null
  slots: number | null
  confirmed_on: string | null
  contacts: JSONColumnType<TrialContact[], string, string>
}

export interface ScreeningTable {
  patient_id: string
  trial_id: string
  organisation_id: string
  diagnosis_grade: string
  outcome: string
  /** Keys of what would settle it, each once, in the order of their code units; of a trial that does not fit none. */
  undecided_keys: string[]
  /** Part of the protocol is text that nobody has read; false of a trial that does not fit. */
  has_text_to_read: boolean
  /** Clinicians' verdicts count in the outcome. */
  is_set_by_clinician: Generated<boolean>
  facts_version: number
  trial_version: number
  rules_version: number
  as_of: string
  screened_at: Date
}

export interface CandidateCountTable {
  patient_id: string
  /** That of the patient. */
  organisation_id: string
  no_failures_found: number
  needs_clinician: number
  needs_data: number
  not_yet: number
  /** Checked in part: in none of the numbers above. */
  to_read: number
  not_matched: number
  as_of: string
  /** When all open trials were last looked at. */
  screened_at: Date
}

/** One row: the name of what the sites and those who receive referrals there are now; triggers give another. */
export interface SiteStateTable {
  state: Generated<string>
}
