import { mayBeOffered } from '../patient-wishes/research-wish.ts'
import type { HeldTrial } from './assess-trial.ts'
import { candidacyOf } from './candidate.ts'
import type { PatientFacts } from './patient-facts.ts'

/** The open trials of the service, sorted for one patient before any criterion is looked at. */
export interface OfferedTrials<Trial extends HeldTrial> {
  /** For the patient's cancer, for one that it may be, or for any while the cancer is not coded. */
  readonly specific: readonly Trial[]
  /** For many cancers. */
  readonly baskets: readonly Trial[]
  /** Of conditions that are in no taxonomy, so that somebody has to look at them. */
  readonly unmapped: readonly Trial[]
}

/**
 * A cancer that is not coded rules nothing out, so such a patient is offered every trial, each in need of a diagnosis. What
 * the patient does not want to hear about is in none of the groups.
 */
export function offeredTrials<Trial extends HeldTrial>(
  facts: PatientFacts,
  trials: readonly Trial[],
): OfferedTrials<Trial> {
  const wanted = trials.filter(({ trialId }) => mayBeOffered(facts.researchRefusals, trialId))
  const sorted = Map.groupBy(wanted, ({ record, isOpenAtHome }) => {
    return candidacyOf({ ...record, isOpen: isOpenAtHome }, facts).kind
  })
  return {
    specific: [...(sorted.get('cancerType') ?? []), ...(sorted.get('needsDiagnosis') ?? [])],
    baskets: sorted.get('basket') ?? [],
    unmapped: sorted.get('notMapped') ?? [],
  }
}
