import type { ScreenedOutcome } from '#domain/eligibility/outcome-changes.ts'
import { type Outcome, outcomes } from '#domain/eligibility/outcome-label.ts'
import type { Trx } from '../plugins/operation.ts'

/** What the stored screening says of one patient, trial by trial. */
export async function readScreenedOutcomes(trx: Trx, patientId: string): Promise<readonly ScreenedOutcome[]> {
  const rows = await trx
    .selectFrom('screening')
    .innerJoin('trial', 'trial.trial_id', 'screening.trial_id')
    .select(['screening.trial_id', 'trial.registry_id', 'trial.title', 'screening.outcome'])
    .where('screening.patient_id', '=', patientId)
    .execute()
  return rows.map(({ trial_id, registry_id, title, outcome }) => ({
    trialId: trial_id,
    registryId: registry_id,
    title,
    outcome: readOutcome(outcome, trial_id),
  }))
}

function readOutcome(word: string, trialId: string): Outcome {
  const known = outcomes.find((outcome) => outcome === word)
  if (known === undefined) throw new Error(`The screening of trial ${trialId} has the outcome "${word}": screen again.`)
  return known
}
