import { normaliseIcd10, normaliseMorphology } from '../cancer/normalise-code.ts'
import type { OtherMalignancyFact } from './patient-facts.ts'
import type { Diagnosis, Observation } from './patient-record.ts'
import { presenceOf } from './recorded-word.ts'
import { sourceOf } from './source-of.ts'

/** Every cancer beside the index one, latest diagnosed first; benign tumours and metastases of the index do not count. */
export function deriveOtherMalignancies(
  diagnoses: readonly Diagnosis[],
  indexId: string | null,
  observations: readonly Observation[],
): readonly OtherMalignancyFact[] {
  const fromDiagnoses = diagnoses
    .filter((row) => row.id !== indexId && isMalignancy(row))
    .map((row): OtherMalignancyFact => ({ ...sourceOf(row), type: typeOf(row), diagnosedOn: row.diagnosedOn }))
  const fromObservations = observations
    .filter(({ value }) => ['active', 'past'].includes(presenceOf(value)))
    .map((row): OtherMalignancyFact => ({ ...sourceOf(row), type: row.code, diagnosedOn: row.observedOn }))
  return [...fromDiagnoses, ...fromObservations].toSorted(
    (a, b) => (b.diagnosedOn ?? '').localeCompare(a.diagnosedOn ?? '') || a.rowId.localeCompare(b.rowId),
  )
}

/** ICD-10 C and D0 (in situ), or a morphology that is malignant; a code that cannot be read is taken as malignant. */
function isMalignancy({ icd10, morphology }: Diagnosis): boolean {
  const behaviour = morphology === null ? null : normaliseMorphology(morphology)
  if (behaviour?.kind === 'code' && behaviour.code.behaviour !== null) {
    return behaviour.code.behaviour !== 0 && behaviour.code.behaviour !== 6
  }
  const code = icd10 === null ? null : normaliseIcd10(icd10)
  if (code?.kind !== 'code') return true
  const isMetastasis = code.code >= 'C77' && code.code < 'C80'
  return !isMetastasis && (code.code.startsWith('C') || code.code.startsWith('D0'))
}

/** C44 is skin cancer other than melanoma; whether it was treated the code does not say. D06 is cervix in situ. */
function typeOf({ icd10, topography }: Diagnosis): string {
  const code = icd10 === null ? null : normaliseIcd10(icd10)
  if (code?.kind !== 'code') return topography ?? 'uncoded'
  if (code.code.startsWith('C44')) return 'nmsc'
  return code.code.startsWith('D06') ? 'cervical-cis' : code.code
}
