import type { CancerTypeRow } from '../cancer-type-row.ts'

/** Rare skin and non-cutaneous melanoma: ICD-10, ICD-O-3 topography and ICD-O-3 morphology of each group and entity. */
export const rareSkinNoncutaneousMelanomaCancerTypes: readonly CancerTypeRow[] = [
  {
    id: 'sk-uveal',
    name: 'Uveal melanoma',
    icd10: ['C69.3', 'C69.4'],
    topography: ['C69.3', 'C69.4'],
    morphology: ['8720', '8721', '8730', '8770-8774'],
    synonyms: ['ocular melanoma', 'melanoma of the eye', 'choroidal melanoma'],
    incidencePer100k: 0.9,
    isIrci: true,
  },
  {
    id: 'sk-conjmel',
    name: 'Conjunctival melanoma',
    icd10: ['C69.0'],
    topography: ['C69.0'],
    morphology: ['8720-8746', '8770-8772'],
    incidencePer100k: 0.05,
    isIrci: true,
    note: 'Rare melanoma, on the current list of the International Rare Cancers Initiative.',
  },
  {
    id: 'sk-mucosalmel',
    name: 'Mucosal melanoma',
    icd10: ['C00-C21', 'C30-C31', 'C51-C53', 'C60', 'C68'],
    topography: ['C00-C21', 'C30-C31', 'C51-C53', 'C60', 'C68'],
    morphology: ['8720-8746', '8770-8772'],
    synonyms: ['sinonasal melanoma', 'anorectal melanoma', 'vulvovaginal melanoma'],
    incidencePer100k: 0.25,
    isIrci: true,
    note: 'Rare melanoma, on the current list of the International Rare Cancers Initiative.',
  },
  {
    id: 'sk-adnexal',
    name: 'Skin adnexal carcinoma',
    icd10: ['C44'],
    topography: ['C44'],
    morphology: ['8390-8413'],
    synonyms: ['sebaceous carcinoma', 'porocarcinoma', 'MAC', 'microcystic adnexal carcinoma', 'eccrine carcinoma'],
    incidencePer100k: 0.9,
  },
  {
    id: 'sk-emp',
    name: 'Extramammary Paget disease',
    icd10: ['C44', 'C51', 'C60', 'C63'],
    topography: ['C44', 'C51', 'C60', 'C63'],
    morphology: ['8542'],
    synonyms: ['EMPD'],
    incidencePer100k: 0.1,
  },
]
