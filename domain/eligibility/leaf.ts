import type {
  ConditionLeaf,
  InfectionLeaf,
  IntervalLeaf,
  LinesOfTherapyLeaf,
  MedicationLeaf,
  OtherMalignancyLeaf,
  SurgeryLeaf,
  TherapyLeaf,
  ToxicityLeaf,
} from './event-leaf.ts'
import type { Sex } from './patient-record.ts'

/** How a number is compared with its limit. The limit itself is inside for `>=` and `<=`, outside for `>` and `<`. */
export type Comparison = '<' | '<=' | '=' | '>=' | '>'

/** A test made of one fact. `op` names the fact; the other fields are what the protocol asks of it. */
export type Leaf =
  | AgeLeaf
  | SexLeaf
  | DiagnosisLeaf
  | MorphologyLeaf
  | TopographyLeaf
  | GradeLeaf
  | StageLeaf
  | DiseaseExtentLeaf
  | DiseaseStatusLeaf
  | ProgressionLeaf
  | BestResponseLeaf
  | MeasurableDiseaseLeaf
  | MetastasisLeaf
  | PerformanceStatusLeaf
  | LabLeaf
  | ObservationLeaf
  | ScoreLeaf
  | BiomarkerLeaf
  | TherapyLeaf
  | LinesOfTherapyLeaf
  | SurgeryLeaf
  | MedicationLeaf
  | ConditionLeaf
  | InfectionLeaf
  | ToxicityLeaf
  | OtherMalignancyLeaf
  | ChildbearingPotentialLeaf
  | IntervalLeaf
  | StandardOptionsLeaf
  | RareCancerLeaf
  | CentralReviewLeaf
  | AttestLeaf

/** Completed years or months. Limits are inside unless said otherwise; the age is taken at the anchor by default. */
export interface AgeLeaf {
  readonly op: 'age'
  readonly unit: 'years' | 'months'
  readonly min?: number
  readonly minInclusive?: boolean
  readonly max?: number
  readonly maxInclusive?: boolean
  readonly at?: 'anchor' | 'diagnosis'
}

export interface SexLeaf {
  readonly op: 'sex'
  readonly in: readonly Sex[]
}

/** The index cancer is one of the taxonomy nodes and, where listed, one of the morphologies ("8500/3"). */
export interface DiagnosisLeaf {
  readonly op: 'diagnosis'
  readonly entities: readonly string[]
  readonly morphology?: readonly string[]
  /** How the diagnosis must have been proven; `any` when left out. */
  readonly confirmation?: 'histology' | 'histologyOrCytology' | 'any'
}

/** ICD-O-3 morphology of the index cancer: a list of codes or a range of first four digits, both ends inside. */
export interface MorphologyLeaf {
  readonly op: 'morphology'
  readonly in?: readonly string[]
  readonly range?: readonly [string, string]
}

/** ICD-O-3 topography of the index cancer; "C71" includes every C71 subsite. */
export interface TopographyLeaf {
  readonly op: 'topography'
  readonly in: readonly string[]
}

export interface GradeLeaf {
  readonly op: 'grade'
  readonly in: readonly string[]
}

/** Every listed part must hold. "III" includes IIIA and IIIB; "N1" includes N1a. */
export interface StageLeaf {
  readonly op: 'stage'
  readonly system: string
  readonly t?: readonly string[]
  readonly n?: readonly string[]
  readonly m?: readonly string[]
  readonly group?: readonly string[]
}

export interface DiseaseExtentLeaf {
  readonly op: 'diseaseExtent'
  readonly in: readonly string[]
}

export interface DiseaseStatusLeaf {
  readonly op: 'diseaseStatus'
  readonly in: readonly string[]
  readonly after?: 'firstLine'
  readonly withinDays?: number
}

/** Progression during, or within so many days of, the end of a line; without `relativeTo`, before the anchor. */
export interface ProgressionLeaf {
  readonly op: 'progression'
  readonly relativeTo?: 'firstLine.end' | 'lastLine.end'
  readonly withinDays?: number
}

export interface BestResponseLeaf {
  readonly op: 'bestResponse'
  readonly in: readonly string[]
  readonly to?: 'firstLine' | 'lastLine'
}

export interface MeasurableDiseaseLeaf {
  readonly op: 'measurableDisease'
  readonly by: string
  /** An irradiated lesion counts only if it has progressed since. */
  readonly irradiatedLesionRule?: 'progressed-only'
  readonly withinDays?: number
}

export interface MetastasisLeaf {
  readonly op: 'metastasis'
  readonly site: string
  readonly status: 'present' | 'absent' | 'treated' | 'stable'
  readonly forAtLeastDays?: number
}

export interface PerformanceStatusLeaf {
  readonly op: 'ps'
  readonly scale: 'ECOG' | 'Karnofsky' | 'Lansky'
  readonly in?: readonly number[]
  readonly min?: number
  readonly max?: number
  readonly withinDays?: number
}

/** `unit` is UCUM, or xULN / xLLN (multiples of the report's own limit), or "qual" for a word. */
export interface LabLeaf {
  readonly op: 'lab'
  readonly analyte: string
  readonly cmp: Comparison
  readonly value: number | string
  readonly unit: string
  readonly withinDays?: number
}

export interface ObservationLeaf {
  readonly op: 'observation'
  readonly concept: string
  readonly cmp: Comparison
  readonly value: number | string
  readonly unit: string
  readonly withinDays?: number
}

/** A named score: its class is in the list ("A"), or its number within the limits. */
export interface ScoreLeaf {
  readonly op: 'score'
  readonly name: string
  readonly in?: readonly (string | number)[]
  readonly min?: number
  readonly max?: number
  readonly withinDays?: number
}

/**
 * One result of a tumour or germline test. `genes` of a fusion are unordered, "*" stands for any partner and "|" for
 * alternatives; `hgvsP` may end in "*". Either `result` (a word) or `cmp`, `value` and `unit` (a number) is asked.
 */
export interface BiomarkerLeaf {
  readonly op: 'biomarker'
  readonly type: 'variant' | 'fusion' | 'cna' | 'ihc' | 'hla' | 'msi' | 'mmr' | 'tmb' | 'rareInCommon'
  readonly gene?: string
  readonly genes?: readonly [string, string]
  readonly hgvsP?: string
  readonly marker?: string
  readonly allele?: string
  readonly result?: string
  readonly cmp?: Comparison
  readonly value?: number
  readonly unit?: string
  readonly centralReview?: boolean
}

export interface ChildbearingPotentialLeaf {
  readonly op: 'childbearingPotential'
}

export interface StandardOptionsLeaf {
  readonly op: 'standardOptions'
  readonly in: readonly string[]
}

export interface RareCancerLeaf {
  readonly op: 'rareCancer'
  readonly definition: 'RARECARE' | 'ACT2026'
}

export interface CentralReviewLeaf {
  readonly op: 'centralReview'
  readonly type: string
  readonly result: string
}

/** A judgement that only the named person can give. */
export interface AttestLeaf {
  readonly op: 'attest'
  readonly by: 'clinician' | 'patient'
  readonly text: string
}
