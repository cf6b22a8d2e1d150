import type { ConditionMapping } from '../cancer/map-condition-text.ts'
import type { TrialCriteria } from '../eligibility/criterion.ts'
import type { CalendarDate, PartialDate } from '../identity/calendar-date.ts'
import type { RecruitmentStatus } from './recruitment-status.ts'
import type { RegistryPhase, RegistryStatus, RegistryTrialType } from './registry-codes.ts'
import type { TrialCriterion } from './trial-criterion.ts'
import type { TrialEncoding } from './trial-encoding.ts'
import type { TrialContact, TrialSite } from './trial-site.ts'

/**
 * One trial as the product holds it, whatever its origin. It is plain JSON: it survives being stored and read back.
 * Coded registry words (`RECRUITING`, `PHASE2`, `DRUG`) are kept exactly as the registry writes them.
 * `null` always means that the source does not say; an empty list means that the source names none.
 */
export interface TrialRecord {
  readonly registry: 'clinicaltrials.gov' | 'demonstration'
  /** The identifier in that registry, for example "NCT01234567". With `registry` it names the trial for good. */
  readonly registryId: string
  readonly otherIds: readonly TrialIdentifier[]
  readonly title: string
  readonly officialTitle: string | null
  readonly acronym: string | null
  readonly trialType: RegistryTrialType
  /** Every phase stated: `['PHASE1', 'PHASE2']` is a phase 1/2 trial, `['NA']` an intervention without phases. */
  readonly phases: readonly RegistryPhase[]
  readonly sponsor: TrialSponsor
  readonly summary: string | null
  readonly description: string | null
  readonly keywords: readonly string[]

  readonly conditions: readonly TrialCondition[]
  /** Taxonomy nodes that the conditions map to, sorted, each once. Empty: nothing mapped, see `conditions`. */
  readonly cancerTypeIds: readonly string[]
  /** At least one condition takes many cancers ("any solid tumour"). */
  readonly isBasket: boolean

  readonly interventions: readonly TrialIntervention[]
  readonly arms: readonly TrialArm[]
  readonly cohorts: readonly TrialCohort[]
  readonly sites: readonly TrialSite[]

  /** The registry's own word; null for a trial that comes from no registry. */
  readonly overallRegistryStatus: RegistryStatus | null
  readonly recruitmentStatus: RecruitmentStatus
  readonly stoppedReason: string | null

  /** The event that windows in the criteria count back from. */
  readonly anchor: TrialCriteria['anchor']
  readonly protocolVersion: string | null
  /** Who put the protocol into rules; left out where nobody has, as in a record of a registry. */
  readonly encoding?: TrialEncoding
  readonly urgency: 'routine' | 'expedited'
  readonly criteria: readonly TrialCriterion[]
  /** The eligibility text exactly as received, with the registry's markdown; null where none was given. */
  readonly eligibilityText: string | null
  readonly acceptsHealthyVolunteers: boolean | null

  /** Participants in the whole trial, all countries together: never a target for one country. */
  readonly globalEnrolment: GlobalEnrolment | null
  readonly dates: TrialDates
  readonly contacts: readonly TrialContact[]
  readonly officials: readonly TrialOfficial[]
  readonly hasResults: boolean | null
  readonly sourceUrl: string | null
  readonly resultsUrl: string | null
  /** The day of the registry's data that this record shows; null where the source does not say. */
  readonly dataDate: CalendarDate | null
}

export interface TrialIdentifier {
  /** The registry's word for the kind ("EUDRACT_NUMBER", "CTIS"), "SPONSOR" for the sponsor's own number, or null. */
  readonly type: string | null
  readonly value: string
  /** Who issued it, where that is stated. */
  readonly issuer: string | null
}

export interface TrialSponsor {
  readonly name: string
  /** The registry's word: "INDUSTRY", "NIH", "OTHER_GOV" and so on. */
  readonly class: string | null
}

export interface TrialCondition {
  /** The wording of the registry. */
  readonly text: string
  readonly mapping: ConditionMapping
}

export interface TrialIntervention {
  readonly type: string | null
  readonly name: string
  readonly description: string | null
  readonly otherNames: readonly string[]
}

export interface TrialArm {
  readonly label: string
  readonly type: string | null
  readonly description: string | null
  /** As the registry writes them, with the type in front: "Drug: Imatinib". */
  readonly interventionNames: readonly string[]
}

/** A part of the trial that can open and close by itself; criteria name it in `appliesTo`. */
export interface TrialCohort {
  readonly name: string
  readonly recruitmentStatus: RecruitmentStatus
}

export interface GlobalEnrolment {
  readonly count: number
  readonly type: 'estimated' | 'actual' | null
}

/** A date of the trial's calendar; `on` is as precise as it was given ("2027-03" is a month). */
export interface TrialDate {
  readonly on: PartialDate
  readonly type: 'estimated' | 'actual' | null
}

export interface TrialDates {
  readonly start: TrialDate | null
  readonly primaryCompletion: TrialDate | null
  readonly completion: TrialDate | null
  readonly firstPosted: TrialDate | null
  readonly lastUpdated: TrialDate | null
}

/** A person who answers for the trial as a whole. */
export interface TrialOfficial {
  readonly name: string
  readonly affiliation: string | null
  readonly role: string | null
}
