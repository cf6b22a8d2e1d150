import type { DemonstrationChange } from '../../../mocks/data/demonstration-data.ts'
import { factsVersion, rulesVersion } from '../../eligibility/facts-version.ts'
import type { Trx } from '../../plugins/operation.ts'
import { inBatches } from './in-batches.ts'

/** The history of screening that the demonstration begins with. */
export async function insertChanges(trx: Trx, changes: readonly DemonstrationChange[]): Promise<void> {
  for (const batch of inBatches(changes, 500)) {
    await trx
      .insertInto('screening_change')
      .values(
        batch.map((change) => ({
          change_id: change.changeId,
          patient_id: change.patientId,
          trial_id: change.trialId,
          organisation_id: change.organisationId,
          at: new Date(change.at),
          as_of: change.asOf,
          cause: change.cause,
          kind: change.kind,
          from_outcome: change.from,
          to_outcome: change.to,
          because: JSON.stringify(change.because),
          has_text_to_read: change.hasTextToRead,
          facts_version: factsVersion,
          trial_version: change.trialVersion,
          rules_version: rulesVersion,
        })),
      )
      .execute()
  }
}
