import { given } from './given.ts'
import type { NewDiagnosis } from './new-patient-item.ts'
import type { Diagnosis, Provenance } from './patient-record.ts'

/** The diagnosis as recorded; what a correction leaves out stays as it was, the choice of the index cancer included. */
export function diagnosisRow(item: NewDiagnosis, corrected: Diagnosis | null): Omit<Diagnosis, keyof Provenance> {
  return {
    icd10: given(item.icd10, corrected?.icd10),
    topography: given(item.topography, corrected?.topography),
    ...morphologyOf(item, corrected),
    basis: given(item.basis, corrected?.basis),
    diagnosedOn: given(item.diagnosedOn, corrected?.diagnosedOn),
    laterality: corrected?.laterality ?? null,
    isIndex: corrected?.isIndex ?? false,
  }
}

function morphologyOf(
  { morphology }: NewDiagnosis,
  corrected: Diagnosis | null,
): Pick<Diagnosis, 'morphology' | 'morphologySystem'> {
  if (morphology == null) {
    const kept = morphology === null ? null : corrected
    return { morphology: kept?.morphology ?? null, morphologySystem: kept?.morphologySystem ?? null }
  }
  return { morphology, morphologySystem: 'icd-o-3' }
}
