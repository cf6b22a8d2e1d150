import { randomUUID } from 'node:crypto'
import { versionsOf } from '../../../mocks/data/changes/trials-held-at.ts'
import type { DemonstrationData } from '../../../mocks/data/demonstration-data.ts'
import type { Trx } from '../../plugins/operation.ts'
import { storeTrial } from '../../trial-store/store-trial-repository.ts'
import { inBatches } from './in-batches.ts'

/** Demonstration trials by the same way as imported ones, then their targets and the monthly returns of their sites. */
export async function insertTrials(trx: Trx, data: DemonstrationData): Promise<void> {
  for (const { trialId, sites, ...trial } of data.trials) {
    for (const { record, takenInAt } of versionsOf(trial)) {
      await storeTrial(trx, record, { now: new Date(takenInAt), isDemonstration: true, trialId, knownSites: sites })
    }
  }
  await trx
    .insertInto('recruitment_target')
    .values(
      data.targets.map(({ trialId, target, opensOn, plannedCloseOn, agreedOn }) => ({
        target_id: randomUUID(),
        trial_id: trialId,
        target,
        opens_on: opensOn,
        closes_on: plannedCloseOn,
        agreed_on: agreedOn,
      })),
    )
    .execute()
  const returns = data.returns.map(({ siteId, month, recruited, returnedOn }) => ({
    site_id: siteId,
    month,
    recruited,
    returned_on: returnedOn,
  }))
  for (const batch of inBatches(returns, 500)) await trx.insertInto('site_return').values(batch).execute()
}
