import type { CancerTypeRow } from '../cancer-type-row.ts'

/** Paediatric: ICD-10, ICD-O-3 topography and ICD-O-3 morphology of each group and entity. */
export const paediatricCancerTypes: readonly CancerTypeRow[] = [
  {
    id: 'pd-neuroblastoma',
    name: 'Neuroblastoma and ganglioneuroblastoma',
    icd10: ['C74', 'C47', 'C48', 'C38'],
    topography: ['C74', 'C47-C49', 'C38'],
    morphology: ['9490', '9500'],
    synonyms: ['MYCN', 'high-risk neuroblastoma'],
    incidencePer100k: 0.15,
  },
  {
    id: 'pd-wilms',
    name: 'Wilms tumour and paediatric renal tumour',
    icd10: ['C64'],
    topography: ['C64'],
    morphology: ['8960', '8963', '8964'],
    synonyms: ['nephroblastoma', 'CCSK', 'rhabdoid tumour of kidney'],
    incidencePer100k: 0.13,
  },
  {
    id: 'pd-retinoblastoma',
    name: 'Retinoblastoma',
    icd10: ['C69.2'],
    topography: ['C69.2'],
    morphology: ['9510-9513'],
    synonyms: ['RB1'],
    incidencePer100k: 0.07,
  },
  {
    id: 'pd-hepatoblastoma',
    name: 'Hepatoblastoma',
    icd10: ['C22.2'],
    topography: ['C22.0'],
    morphology: ['8970'],
    incidencePer100k: 0.03,
  },
  {
    id: 'pd-ppb',
    name: 'Pleuropulmonary blastoma',
    icd10: ['C34', 'C38.4'],
    topography: ['C34', 'C38.4'],
    morphology: ['8973'],
    synonyms: ['PPB', 'DICER1'],
    incidencePer100k: 0.01,
  },
  {
    id: 'pd-rhabdoid',
    name: 'Extracranial malignant rhabdoid tumour',
    icd10: ['C49', 'C22', 'C64'],
    topography: ['C00-C80'],
    morphology: ['8963'],
    synonyms: ['SMARCB1', 'MRT'],
    incidencePer100k: 0.02,
  },
]
