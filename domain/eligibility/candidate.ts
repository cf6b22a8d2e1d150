import type { PatientFacts } from './patient-facts.ts'

/** How a trial stands to a patient before any criterion is looked at. */
export type Candidacy =
  /** Takes the patient's cancer, surely or possibly. */
  | { readonly kind: 'cancerType'; readonly grade: 'exact' | 'group' | 'possible' }
  /** Takes many cancers; shown as one collapsed group. */
  | { readonly kind: 'basket' }
  /** The patient's cancer is not recorded or not coded, so nothing can be said. */
  | { readonly kind: 'needsDiagnosis' }
  /** None of the trial's conditions is in the taxonomy: counted as "not mapped, check by hand". */
  | { readonly kind: 'notMapped' }
  | { readonly kind: 'notCandidate'; readonly because: 'notOpen' | 'otherCancer' | 'patientDied' }

export interface CandidateTrial {
  /** Open at one or more sites in the countries of the service. */
  readonly isOpen: boolean
  /** Taxonomy nodes that the conditions of the trial map to. */
  readonly cancerTypeIds: readonly string[]
  readonly isBasket: boolean
}

/** Example: open trial in `gi-flc`, patient with C22.0 and no morphology → `{ kind: 'cancerType', grade: 'possible' }`. */
export function candidacyOf(trial: CandidateTrial, facts: Pick<PatientFacts, 'diagnosis' | 'diedOn'>): Candidacy {
  if (facts.diedOn !== null) return { kind: 'notCandidate', because: 'patientDied' }
  if (!trial.isOpen) return { kind: 'notCandidate', because: 'notOpen' }
  const { diagnosis } = facts
  const takes = (nodes: readonly string[]) => trial.cancerTypeIds.some((id) => nodes.includes(id))
  if (diagnosis !== null) {
    if (takes(diagnosis.exact)) return { kind: 'cancerType', grade: 'exact' }
    if (takes(diagnosis.group)) return { kind: 'cancerType', grade: 'group' }
    if (takes(diagnosis.possible)) return { kind: 'cancerType', grade: 'possible' }
  }
  if (trial.isBasket) return { kind: 'basket' }
  if (trial.cancerTypeIds.length === 0) return { kind: 'notMapped' }
  if (diagnosis === null || diagnosis.isUncoded) return { kind: 'needsDiagnosis' }
  return { kind: 'notCandidate', because: 'otherCancer' }
}

/** True for the trials that are counted and offered: those for the patient's cancer, and baskets in their own group. */
export function isCandidate(candidacy: Candidacy): boolean {
  return candidacy.kind === 'cancerType' || candidacy.kind === 'basket'
}
