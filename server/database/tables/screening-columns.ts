import type { JSONColumnType } from 'kysely'
import type { Sex } from '#domain/eligibility/patient-record.ts'

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
export type ScreeningColumns = PersonColumns & LabColumns & ScaleColumns & StageColumns

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
