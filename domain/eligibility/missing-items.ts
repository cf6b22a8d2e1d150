import { codeRange } from '../cancer/code-range.ts'
import { readDiagnosis } from '../cancer/read-diagnosis.ts'
import { mayBecome } from '../cancer/unspecified-morphology.ts'
import type { DiagnosisFact, PatientFacts } from './patient-facts.ts'

/** The items of a referral's minimum set that trials ask for most often, in the order in which they are shown. */
export const missingItemNames = [
  'histology',
  'stage',
  'performanceStatus',
  'biomarkers',
  'bloodCount',
  'kidneyFunction',
  'liverFunction',
  'treatmentHistory',
] as const

export type MissingItem = (typeof missingItemNames)[number]

/**
 * What has never been recorded. Age plays no part: a result that has gone stale is not missing. histology: no cell type
 * in a code that can be read, or only a tissue ("carcinoma") · biomarkers: no test, a failed one included · bloodCount:
 * one of ANC, platelets and haemoglobin · liverFunction: bilirubin or ALT · treatmentHistory: no treatment, and nobody
 * has said that the history is complete.
 */
export function missingItems(facts: PatientFacts): readonly MissingItem[] {
  return missingItemNames.filter((item) => isMissing[item](facts))
}

const isMissing: Readonly<Record<MissingItem, (facts: PatientFacts) => boolean>> = {
  histology: ({ diagnosis }) => diagnosis === null || !hasCellType(diagnosis),
  stage: ({ stages, diagnosis }) => Object.keys(stages).length === 0 && !isWithoutStage(diagnosis),
  performanceStatus: ({ performanceStatus }) => Object.keys(performanceStatus).length === 0,
  biomarkers: ({ biomarkers }) => biomarkers.length === 0,
  bloodCount: lacksLab('anc', 'platelets', 'haemoglobin'),
  kidneyFunction: lacksLab('creatinine'),
  liverFunction: lacksLab('bilirubin', 'alt'),
  treatmentHistory: ({ assertions, treatments }) =>
    assertions['treatment-history-complete'] === undefined && treatments.length === 0,
}

function lacksLab(...analytes: readonly string[]): (facts: PatientFacts) => boolean {
  return ({ labs }) => analytes.some((analyte) => labs[analyte] === undefined)
}

function hasCellType(diagnosis: DiagnosisFact): boolean {
  const { morphology } = readDiagnosis(diagnosis)
  return morphology !== null && !mayBecome(morphology.base, [anyMorphology])
}

const anyMorphology = codeRange('8000-9993')

/** Tumours of the central nervous system and of blood and marrow have no anatomical stage (UICC TNM, 8th edition). */
function isWithoutStage(diagnosis: DiagnosisFact | null): boolean {
  if (diagnosis === null) return false
  const { topography, icd10 } = readDiagnosis(diagnosis)
  const site = /^(C7[0-2]|C42)/u
  const disease = /^(C7[0-2]|C9[0-5]|D4[5-7])/u
  return (topography !== null && site.test(topography)) || (icd10 !== null && disease.test(icd10))
}
