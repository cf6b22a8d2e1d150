/** How often one cancer occurs in the demonstration, whom it strikes, and how it is coded and treated. */
export interface CancerProfile {
  /** Node of the taxonomy; `null` for a common cancer or for a diagnosis without codes. */
  readonly cancerTypeId: string | null
  /** Relative frequency. */
  readonly weight: number
  readonly codes: CancerCodes | null
  /** Youngest and oldest age at which it is met here. */
  readonly ageYears: readonly [number, number]
  readonly maleShare: number
  readonly staging: 'TNM8' | 'FIGO' | 'MasaokaKoga' | 'ENSAT' | 'AnnArbor' | 'INRG' | null
  readonly course: TreatmentCourse
}

export interface CancerCodes {
  readonly icd10: string
  /** ICD-O-3, one is picked. */
  readonly topography: readonly string[]
  /** ICD-O-3 with behaviour, one is picked; a repeated code is picked more often. */
  readonly morphology: readonly string[]
  /** What a report that says no more than "carcinoma" or "sarcoma" is coded as. */
  readonly unspecified: string
}

export type TreatmentCourse =
  | 'platinum'
  | 'anthracycline'
  | 'kinase'
  | 'immunotherapy'
  | 'somatostatin'
  | 'mitotane'
  | 'temozolomide'
  | 'lymphoma'
  | 'leukaemia'
  | 'paediatric'
  | 'none'
