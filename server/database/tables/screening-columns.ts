import type { JSONColumnType } from 'kysely'
import type { Sex } from '#domain/eligibility/patient-record.ts'
import type { DocumentColumns } from './screening-documents.ts'

/** Analytes that have columns of their own. */
export type HeldAnalyte =
  | 'anc'
  | 'platelets'
  | 'haemoglobin'
  | 'wbc'
  | 'albumin'
  | 'bilirubin'
  | 'alt'
  | 'ast'
  | 'alp'
  | 'creatinine'
  | 'calcium'
  | 'ldh'
  | 'ck'
  | 'afp'
  | 'cd4'
  | 'inr'

export type HeldScale = 'ecog' | 'karnofsky' | 'lansky'

export type HeldStage =
  | 'tnm8_group'
  | 'tnm8_t'
  | 'tnm8_n'
  | 'tnm8_m'
  | 'figo_group'
  | 'ensat_group'
  | 'ann_arbor_group'
  | 'masaoka_koga_group'
  | 'inrg_group'

/**
 * The facts that SQL compares with criteria. Null is "not known". Nothing here depends on today: freshness is asked of
 * the `_on` columns with a day worked out by whoever asks.
 */
export type ScreeningColumns = PersonColumns &
  LabColumns &
  ScaleColumns &
  StageColumns &
  TumourColumns &
  CourseColumns &
  DocumentColumns

interface PersonColumns {
  born_on: string | null
  died_on: string | null
  sex: Sex | null
  diagnosis_basis: 'histology' | 'cytology' | 'clinical' | 'death-certificate' | null
  /** ICD-O-3 cell type with behaviour, "8500/3". */
  morphology: string | null
  /** What the tests say, by question. */
  biomarker_answers: JSONColumnType<Readonly<Record<string, string>> | null, string | null, string | null>
}

/** The number in the unit of the catalogue, and as multiples of the limits of normal on the same report. */
type LabColumns = Record<`lab_${HeldAnalyte}` | `lab_${HeldAnalyte}_x_${'uln' | 'lln'}`, number | null> &
  Record<`lab_${HeldAnalyte}_on`, string | null>

/** The value as a word, which a number is too, and as a number where it is one. */
type ScaleColumns = Record<`ps_${HeldScale}`, number | null> &
  Record<`ps_${HeldScale}_word` | `ps_${HeldScale}_on`, string | null>

/** The recorded category first, then every coarser one that it is part of: {IIIA,III}. Null where it is not assessed. */
type StageColumns = Record<`stage_${HeldStage}`, string[] | null>

interface TumourColumns {
  has_diagnosis: boolean | null
  topography: string | null
  is_rare_by_rarecare: boolean | null
  is_rare_by_act2026: boolean | null
  /** Completed months of age on the first and on the last day that the date of diagnosis can mean. */
  diagnosis_age_earliest: number | null
  diagnosis_age_latest: number | null
  /** The same on the day before: less by one where a month was completed on the day itself. */
  diagnosis_age_earliest_passed: number | null
  diagnosis_age_latest_passed: number | null
  grade: string | null
  disease_extent: string | null
  /** Null where the extent stands until another is recorded. */
  disease_extent_on: string | null
  standard_options: string | null
  standard_options_on: string | null
  childbearing_potential: boolean | null
  /** Null where the answer does not age. */
  childbearing_potential_on: string | null
  measurable: boolean | null
  measurable_on: string | null
  /** By which criteria the disease was measured. */
  measurable_by: string | null
  /** The same with an irradiated lesion counted only once it has progressed. */
  measurable_unless_irradiated: boolean | null
}

interface CourseColumns {
  weight_kg: number | null
  weight_on: string | null
  /** By Cockcroft-Gault, mL/min, of the latest creatinine and the latest weight, however old they are. */
  creatinine_clearance: number | null
  treatment_history_complete_on: string | null
  comorbidities_reviewed_on: string | null
  medicines_reviewed_on: string | null
  infection_status_reviewed_on: string | null
  /** `is_ongoing` is null where no treatment is of that line. */
  first_line_is_ongoing: boolean | null
  first_line_started_on: string | null
  first_line_ended_on: string | null
  last_line_is_ongoing: boolean | null
  last_line_started_on: string | null
  last_line_ended_on: string | null
  /** The latest day on which somebody looked for progression, found or not. */
  progression_looked_on: string | null
  best_response: string | null
  best_response_first_line: string | null
  best_response_last_line: string | null
  /** Every class, and the kind, of any treatment: what is not among them was not given. */
  treatment_words: string[] | null
}
