import type { TrialCriteria } from '#domain/eligibility/criterion.ts'
import type { RecruitmentStatus } from '#domain/trial/recruitment-status.ts'
import type { RegistryPhase } from '#domain/trial/registry-codes.ts'
import type { TrialArm, TrialCohort } from '#domain/trial/trial-record.ts'

/** An invented trial before it is given dates: days are counted from the day the demonstration is made for. */
export interface TrialPlan {
  readonly registryId: string
  readonly title: string
  readonly acronym: string
  readonly phases: readonly RegistryPhase[]
  readonly sponsor: string
  readonly summary: string
  /** The public record whose wording the criteria resemble; `null` where nothing like it was looked at. */
  readonly modelledOn: string | null
  /** None for a condition means that it takes every cancer. */
  readonly conditions: readonly { readonly text: string; readonly cancerTypeIds: readonly string[] }[]
  readonly cancerTypeIds: readonly string[]
  readonly isBasket: boolean
  readonly interventions: readonly { readonly type: string; readonly name: string }[]
  readonly arms: readonly TrialArm[]
  readonly cohorts: readonly TrialCohort[]
  readonly recruitmentStatus: RecruitmentStatus
  readonly anchor: TrialCriteria['anchor']
  readonly urgency: 'routine' | 'expedited'
  /** Participants in all countries together. */
  readonly globalEnrolment: number
  readonly hasResults: boolean
  readonly sites: readonly PlannedSite[]
  readonly criteria: TrialCriteria['criteria']
}

export interface PlannedSite {
  /** Code of the organisation. */
  readonly code: string
  readonly status: RecruitmentStatus
  /** `null` while the site has not opened. */
  readonly openedDaysAgo: number | null
  readonly slots: number | null
  readonly confirmedDaysAgo: number | null
}
