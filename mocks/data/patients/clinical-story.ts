import type { Biomarker, Observation, Treatment } from '#domain/eligibility/patient-record.ts'

/** One coherent clinical situation, before it is given dates: every `…DaysAgo` counts back from the day of the data. */
export interface ClinicalStory {
  readonly name: string
  readonly weight: number
  /** The invented trial that this situation was written to suit; `null` for a situation that suits none by design. */
  readonly fits: string | null
  /** What would make the trial wait: blood counts, or a treatment too recent; either where it is left out. */
  readonly delayedBy?: 'counts' | 'washout'
  readonly cancerTypeIds: readonly string[]
  /** Where the trial takes only some of the cell types of its cancers. */
  readonly morphology?: Readonly<Record<string, string>>
  readonly ageYears?: readonly [number, number]
  readonly stage: PlannedStage | null
  readonly extent: string
  readonly status: { readonly word: string; readonly daysAgo: number }
  readonly measurableBy: string | null
  readonly treatments: readonly PlannedTreatment[]
  readonly biomarkers: readonly PlannedBiomarker[]
  readonly findings: readonly PlannedFinding[]
  /** Questions of judgement that were answered with yes, word for word as the trial asks them. */
  readonly agreed: readonly string[]
}

export interface PlannedStage {
  readonly system: string
  readonly group: string
  readonly detail: Readonly<Record<string, string>>
}

export interface PlannedTreatment extends Pick<Treatment, 'kind' | 'name' | 'classes' | 'setting' | 'line'> {
  readonly lastedDays: number
  /** `null` while it goes on. */
  readonly endedDaysAgo: number | null
  readonly cycles: number | null
  readonly halfLifeDays: number | null
  readonly procedure: string | null
  readonly margin: Treatment['margin']
  readonly site: string | null
}

export interface PlannedBiomarker extends Pick<Biomarker, 'type' | 'genes' | 'result'> {
  readonly marker?: string
  readonly hgvsP?: string
  readonly allele?: string
  readonly value?: number
  readonly unit?: string
  readonly isCentralReview?: boolean
}

export interface PlannedFinding {
  readonly kind: Observation['kind']
  readonly code: string
  readonly value: number | string | boolean
  readonly daysAgo: number
  readonly unit?: string
  readonly lowerLimit?: number
  readonly upperLimit?: number
  readonly detail?: Observation['detail']
}
