import type { CodeRange } from './code-range.ts'

/**
 * One node of the taxonomy of rare cancers. The codes are ICD-10, ICD-O-3 topography and ICD-O-3 morphology; a diagnosis
 * belongs to the node when topography and morphology both lie inside. A family carries no codes of its own.
 */
export interface CancerType {
  readonly id: string
  readonly level: 'family' | 'group' | 'entity'
  readonly family: FamilyId
  /** The node above; null for a family. */
  readonly parentId: string | null
  readonly name: string
  readonly icd10: readonly CodeRange[]
  readonly topography: readonly CodeRange[]
  readonly morphology: readonly CodeRange[]
  /** Behaviour digits that the node's own tumours are coded with. */
  readonly behaviours: readonly (1 | 3)[]
  /** ICD-10 says nothing about the site of this cancer, so only a topography can prove it. */
  readonly needsTopography: boolean
  readonly synonyms: readonly string[]
  /** New cases per 100,000 people a year in the United Kingdom: an order of magnitude, not for publication. */
  readonly incidencePer100k: number | null
  /** Worked on by the International Rare Cancers Initiative, on any of its lists. */
  readonly isIrci: boolean
  readonly note: string | null
  readonly rareBy: RareBy
}

/** Two definitions that disagree: RARECARE counts new cases, the Rare Cancers Act 2026 people affected. */
export interface RareBy {
  /** Fewer than 6 new cases per 100,000 a year; 'unassessed' where no incidence is held. */
  readonly rarecare: 'yes' | 'no' | 'unassessed'
  /** Not more than 1 in 2,000 people in the United Kingdom; no prevalence is held, so nothing is assessed. */
  readonly act2026: 'yes' | 'no' | 'unassessed'
}

/** The twelve families of the Joint Action on Rare Cancers. */
export type FamilyId =
  | 'head-neck'
  | 'thoracic'
  | 'male-genital-urogenital'
  | 'female-genital'
  | 'neuroendocrine'
  | 'endocrine'
  | 'cns'
  | 'sarcoma'
  | 'digestive'
  | 'rare-skin-noncutaneous-melanoma'
  | 'haematological'
  | 'paediatric'

export const familyNames: Readonly<Record<FamilyId, string>> = {
  'head-neck': 'Head and neck',
  thoracic: 'Thoracic',
  'male-genital-urogenital': 'Male genital and urogenital',
  'female-genital': 'Female genital',
  neuroendocrine: 'Neuroendocrine',
  endocrine: 'Endocrine organs',
  cns: 'Central nervous system',
  sarcoma: 'Sarcoma',
  digestive: 'Digestive',
  'rare-skin-noncutaneous-melanoma': 'Rare skin and non-cutaneous melanoma',
  haematological: 'Haematological',
  paediatric: 'Paediatric',
}
