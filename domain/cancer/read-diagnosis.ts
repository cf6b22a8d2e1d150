import { type Morphology, normaliseIcd10, normaliseMorphology, normaliseTopography } from './normalise-code.ts'

/** The codes of one diagnosis, as sent. Every recorded diagnosis has this shape. */
export interface DiagnosisCodes {
  readonly icd10: string | null
  readonly topography: string | null
  readonly morphology: string | null
  readonly morphologySystem: 'icd-o-3' | 'snomed-ct' | null
}

/** What the codes say about the primary tumour. `null`: not recorded, not readable, or it says nothing about it. */
export interface ReadableDiagnosis {
  readonly icd10: string | null
  readonly topography: string | null
  readonly morphology: Morphology | null
}

/**
 * Reads the codes and leaves out what does not describe the primary tumour: ICD-10 C77-C79 name a metastasis, and with
 * behaviour /6 or /9 the topography may be the place of one. A SNOMED CT morphology cannot be read as ICD-O.
 */
export function readDiagnosis(diagnosis: DiagnosisCodes): ReadableDiagnosis {
  const icd10 = diagnosis.icd10 === null ? null : codeOrNull(normaliseIcd10(diagnosis.icd10))
  const topography = diagnosis.topography === null ? null : codeOrNull(normaliseTopography(diagnosis.topography))
  const isReadable = diagnosis.morphology !== null && diagnosis.morphologySystem !== 'snomed-ct'
  const morphology = isReadable ? codeOrNull(normaliseMorphology(diagnosis.morphology)) : null
  const isFromMetastasis = morphology?.behaviour === 6 || morphology?.behaviour === 9
  return {
    icd10: icd10 !== null && icd10 >= 'C77' && icd10 < 'C80' ? null : icd10,
    topography: isFromMetastasis ? null : topography,
    morphology,
  }
}

/** True when nothing could be read, so that no cancer type can be confirmed or excluded. */
export function isUncoded({ icd10, topography, morphology }: ReadableDiagnosis): boolean {
  return icd10 === null && topography === null && morphology === null
}

function codeOrNull<Code>(result: { kind: 'code'; code: Code } | { kind: 'error' }): Code | null {
  return result.kind === 'code' ? result.code : null
}
