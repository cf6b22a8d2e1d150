import type {
  AccountTable,
  OneTimeLinkTable,
  OrganisationTable,
  RecoveryCodeTable,
  SecondFactorTable,
  SessionTable,
  SettingTable,
  SignInFailuresTable,
  SignInStepTable,
  UsedLogoutTokenTable,
} from './tables/account-tables.ts'
import type { AuditEventTable, AuditHeadTable, AuditLinkTable } from './tables/audit-tables.ts'
import type { EmergencyAccessTable, NamedRoleTable, TeamMemberTable, TeamTable } from './tables/care-team-tables.ts'
import type { DelegationTable } from './tables/delegation-tables.ts'
import type { VerdictOverrideTable } from './tables/override-tables.ts'
import type {
  AssertionTable,
  BiomarkerTable,
  DiagnosisTable,
  ObservationTable,
  PatientFactsTable,
  PatientTable,
  TreatmentTable,
} from './tables/patient-tables.ts'
import type {
  RecruitmentTargetTable,
  ReferralEventTable,
  ReferralTable,
  SharedRecordTable,
  SiteReturnTable,
} from './tables/referral-tables.ts'
import type { ReleaseEntryTable } from './tables/release-tables.ts'
import type { ChangeSeenTable, ScreeningChangeTable } from './tables/screening-tables.ts'
import type {
  CandidateCountTable,
  ScreeningTable,
  SiteStateTable,
  TrialSiteTable,
  TrialTable,
  TrialVersionTable,
} from './tables/trial-tables.ts'
import type { PatientWishEventTable } from './tables/wish-tables.ts'
import type { IdempotencyKeyTable, JobTable, OutboxTable } from './tables/work-tables.ts'

/** Every table by its name in SQL; `migrations/` holds the statements that make them. */
export interface Database {
  organisation: OrganisationTable
  account: AccountTable
  session: SessionTable
  one_time_link: OneTimeLinkTable
  second_factor: SecondFactorTable
  recovery_code: RecoveryCodeTable
  sign_in_failures: SignInFailuresTable
  sign_in_step: SignInStepTable
  used_logout_token: UsedLogoutTokenTable
  setting: SettingTable
  patient: PatientTable
  diagnosis: DiagnosisTable
  observation: ObservationTable
  treatment: TreatmentTable
  biomarker: BiomarkerTable
  assertion: AssertionTable
  patient_wish_event: PatientWishEventTable
  patient_facts: PatientFactsTable
  trial: TrialTable
  trial_version: TrialVersionTable
  trial_site: TrialSiteTable
  site_state: SiteStateTable
  team: TeamTable
  team_member: TeamMemberTable
  emergency_access: EmergencyAccessTable
  named_role: NamedRoleTable
  delegation: DelegationTable
  screening: ScreeningTable
  candidate_count: CandidateCountTable
  screening_change: ScreeningChangeTable
  change_seen: ChangeSeenTable
  verdict_override: VerdictOverrideTable
  referral: ReferralTable
  referral_event: ReferralEventTable
  shared_record: SharedRecordTable
  recruitment_target: RecruitmentTargetTable
  site_return: SiteReturnTable
  idempotency_key: IdempotencyKeyTable
  outbox: OutboxTable
  job: JobTable
  audit_event: AuditEventTable
  audit_link: AuditLinkTable
  audit_head: AuditHeadTable
  release_entry: ReleaseEntryTable
}
