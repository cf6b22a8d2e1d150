import { type ClassifiedDiagnosis, classifyDiagnosis } from '../cancer/match-diagnosis.ts'
import { cancerTypeById } from '../cancer/taxonomy.ts'
import type { DiagnosisFact } from './patient-facts.ts'
import type { Diagnosis } from './patient-record.ts'
import { sourceOf } from './source-of.ts'

/** The index cancer with its place in the taxonomy: the one a person chose, else the latest diagnosed. */
export function deriveDiagnosis(diagnoses: readonly Diagnosis[]): DiagnosisFact | null {
  const index = diagnoses.toSorted(byChoiceThenLatest)[0]
  if (index === undefined) return null
  const { diagnosedOn, icd10, topography, morphology, morphologySystem, basis } = index
  const classified = classifyDiagnosis(index)
  return {
    ...sourceOf(index),
    diagnosedOn,
    icd10,
    topography,
    morphology,
    morphologySystem,
    basis,
    exact: classified.exact,
    group: classified.group,
    possible: classified.possible,
    isUncoded: classified.kind === 'unknown',
    isRareByRarecare: isRareBy('rarecare', classified),
    isRareByAct2026: isRareBy('act2026', classified),
  }
}

function byChoiceThenLatest(a: Diagnosis, b: Diagnosis): number {
  return (
    Number(b.isIndex) - Number(a.isIndex) ||
    (b.diagnosedOn ?? '').localeCompare(a.diagnosedOn ?? '') ||
    Date.parse(b.recordedAt) - Date.parse(a.recordedAt) ||
    b.id.localeCompare(a.id)
  )
}

/** A cancer outside the taxonomy is not thereby common, and an unresolved group may hold rare and common ones. */
function isRareBy(definition: 'rarecare' | 'act2026', classified: ClassifiedDiagnosis): boolean | null {
  const answers = classified.exact.map((id) => cancerTypeById(id)?.rareBy[definition] ?? 'unassessed')
  if (answers.includes('yes')) return true
  const isResolved = classified.group.length === 0 && classified.possible.length === 0
  return isResolved && answers.includes('no') ? false : null
}
