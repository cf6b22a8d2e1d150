import type { TrialNamed } from '#domain/patient-wishes/describe-wishes.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'

/** Finds the trials that wishes are about. */
export function trialNamedIn({ trials }: DemonstrationState): TrialNamed {
  return (trialId) => {
    const trial = trials.get(trialId)
    return trial === undefined ? null : { trialId, registryId: trial.record.registryId, title: trial.record.title }
  }
}
