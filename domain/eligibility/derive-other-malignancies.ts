import { normaliseIcd10, normaliseMorphology, normaliseTopography } from '../cancer/normalise-code.ts'
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

/**
 * The word that criteria ask for, else the code. C44 is skin cancer other than melanoma; whether it was treated the code
 * does not say. D06 is cervix in situ; of a cervix without a behaviour nobody knows whether it is in situ.
 */
function typeOf({ icd10, topography, morphology }: Diagnosis): string {
  const code = icd10 === null ? null : normaliseIcd10(icd10)
  if (code?.kind === 'code') return words[code.code.slice(0, 3)] ?? code.code
  const site = topography === null ? null : normaliseTopography(topography)
  if (site?.kind !== 'code') return uncoded
  const cell = morphology === null ? null : normaliseMorphology(morphology)
  const { base, behaviour } = cell?.kind === 'code' ? cell.code : { base: null, behaviour: null }
  const category = site.code.slice(0, 3)
  if (category === 'C53') return behaviour === null ? 'cervical' : behaviour === 2 ? 'cervical-cis' : site.code
  if (category === 'C44') return base === null ? uncoded : base >= '8720' && base <= '8799' ? site.code : 'nmsc'
  return words[category] ?? site.code
}

/** A cancer of which nobody knows what it is: it may be of any type. */
export const uncoded = 'uncoded'

const words: Readonly<Record<string, string>> = {
  C44: 'nmsc',
  C50: 'breast-cancer',
  C61: 'prostate-cancer',
  D06: 'cervical-cis',
}
