import type { DemonstrationDelegation } from '../../../mocks/data/demonstration-data.ts'
import type { Trx } from '../../plugins/operation.ts'
import { inBatches } from './in-batches.ts'

/** The delegation logs of the demonstration, entered by nobody who has an account. */
export async function insertDelegations(trx: Trx, delegations: readonly DemonstrationDelegation[]): Promise<void> {
  for (const batch of inBatches(delegations, 100)) {
    await trx
      .insertInto('delegation')
      .values(
        batch.map((line) => ({
          entry_id: line.entryId,
          trial_id: line.trialId,
          organisation_id: line.organisationId,
          account_id: line.accountId,
          duty: line.duty,
          starts_on: line.startsOn,
          ends_on: line.endsOn,
          entered_at: new Date(line.enteredAt),
          entered_by_account_id: null,
          entered_by_name: line.enteredBy,
        })),
      )
      .execute()
  }
}
