import type { Generated, JSONColumnType } from 'kysely'
import type { PatientFacts } from '#domain/eligibility/patient-facts.ts'
import type {
  Assertion,
  Biomarker,
  Diagnosis,
  Observation,
  Sex,
  Treatment,
} from '#domain/eligibility/patient-record.ts'
import type { ScreeningColumns } from './screening-columns.ts'

export interface PatientTable {
  patient_id: string
  organisation_id: string
  nhs_number: string | null
  hospital_number: string | null
  family_name: string
  given_name: string
  title: string | null
  born_on: string | null
  died_on: string | null
  sex: Sex | null
  ethnicity: string | null
  postcode: string | null
  consultant: string | null
  /** The clinical team that the patient is in the care of, and since when; null until somebody assigns one. */
  team_id: string | null
  team_since: string | null
  /** The national flag of a sensitive record: where the patient lives is shown to nobody. */
  is_sensitive: Generated<boolean>
  is_demonstration: Generated<boolean>
  updated_at: Date
  /** What typed text is looked for in: `patientSearchForm` of the names and numbers, to be written whenever they are. */
  search: string
}

/**
 * What every source row has: whose it is, where it came from, when the system learned it, which row it corrects or, with a
 * reason, takes back, and whether it brings back with that what stood before.
 */
interface SourceColumns {
  patient_id: string
  source: string
  recorded_by: string
  recorded_at: Date
  replaces: string | null
  withdrawal_reason: string | null
  restoration_reason: string | null
}

export interface DiagnosisTable extends SourceColumns {
  diagnosis_id: string
  diagnosed_on: string | null
  icd10: string | null
  topography: string | null
  morphology: string | null
  morphology_system: Diagnosis['morphologySystem']
  basis: Diagnosis['basis']
  laterality: Diagnosis['laterality']
  is_index: boolean
}

export interface ObservationTable extends SourceColumns {
  observation_id: string
  kind: Observation['kind']
  code: string
  value: JSONColumnType<{ value: Observation['value'] }, string, string>
  unit: string | null
  lower_limit: number | null
  upper_limit: number | null
  observed_on: string
  detail: JSONColumnType<Record<string, string | number | boolean>, string, string>
}

export interface TreatmentTable extends SourceColumns {
  treatment_id: string
  kind: Treatment['kind']
  name: string
  classes: string[]
  has_all_classes: boolean
  setting: Treatment['setting']
  line: number | null
  started_on: string | null
  ended_on: string | null
  is_ongoing: boolean
  cycles: number | null
  half_life_days: number | null
  procedure: string | null
  margin: Treatment['margin']
  site: string | null
  is_for_index_cancer: boolean
}

export interface BiomarkerTable extends SourceColumns {
  biomarker_id: string
  type: Biomarker['type']
  genes: string[]
  marker: string | null
  hgvs_p: string | null
  allele: string | null
  result: string
  value: number | null
  unit: string | null
  is_central_review: boolean
  reported_on: string
}

export interface AssertionTable extends SourceColumns {
  assertion_id: string
  category: Assertion['category']
  asserted_on: string
}

export interface PatientFactsTable extends ScreeningColumns {
  patient_id: string
  organisation_id: string
  facts: JSONColumnType<PatientFacts & object, string, string>
  facts_version: number
  derived_at: Date
  cancer_type_id: string | null
  match_grade: 'exact' | 'group' | 'possible' | 'none' | 'unknown'
  diagnosed_on: string | null
  stage_text: string | null
  stage_on: string | null
  ecog: number | null
  ecog_on: string | null
  missing: string[]
  /** Nodes of the taxonomy that are proven, with their groups and families. */
  cancer_exact: string[]
  /** Entities of a proven group, while the entity is not resolved. */
  cancer_group: string[]
  /** Nodes that the codes allow, but a histology code is missing. */
  cancer_possible: string[]
  /** Does not want to hear about research at all. */
  refuses_research: boolean
  /** The trials that the patient does not want to hear about. */
  refused_trials: string[]
  /** No code could be read, so that absence from the three lists says nothing. */
  is_uncoded: boolean
}
