import { seenByDoers } from '../../../mocks/data/changes/seen-by-doers.ts'
import type { DemonstrationChange } from '../../../mocks/data/demonstration-data.ts'
import { screeningChangeRow } from '../../eligibility/screening-change-row.ts'
import type { Trx } from '../../plugins/operation.ts'
import { inBatches } from './in-batches.ts'

/** The history of screening that the demonstration begins with, and who has seen what of it. */
export async function insertChanges(trx: Trx, changes: readonly DemonstrationChange[]): Promise<void> {
  for (const batch of inBatches(changes, 500)) {
    await trx
      .insertInto('screening_change')
      .values(batch.map((change) => screeningChangeRow({ ...change, at: new Date(change.at) })))
      .execute()
  }
  for (const batch of inBatches(seenByDoers(changes), 500)) {
    await trx
      .insertInto('change_seen')
      .values(
        batch.map(({ accountId, changeId, at }) => ({
          account_id: accountId,
          change_id: changeId,
          seen_at: new Date(at),
        })),
      )
      .execute()
  }
}
