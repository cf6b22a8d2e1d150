import type { DemonstrationOverride } from '../../../mocks/data/demonstration-data.ts'
import { addOverrideEntry } from '../../eligibility/override-repository.ts'
import type { Trx } from '../../plugins/operation.ts'

/** The history of clinicians' verdicts on criteria for some patients. */
export async function insertOverrides(
  trx: Trx,
  patientIds: readonly string[],
  overrides: readonly DemonstrationOverride[],
): Promise<void> {
  const own = overrides.filter(({ patientId }) => patientIds.includes(patientId))
  const ofOnePair = Map.groupBy(own, ({ patientId, trialId }) => `${patientId} ${trialId}`)
  for (const lines of ofOnePair.values()) {
    for (const [place, { accountId, entry, ...pair }] of lines.entries()) {
      await addOverrideEntry(trx, pair, entry, { sequence: place + 1, accountId })
    }
  }
}
