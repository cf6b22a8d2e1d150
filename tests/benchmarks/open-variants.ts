import type { Kysely } from 'kysely'
import type { TrialRecord } from '../../domain/trial/trial-record.ts'
import { demonstrationTrials } from '../../mocks/data/trials/demonstration-trials.ts'
import type { Database } from '../../server/database/schema.ts'
import { storeTrial } from '../../server/trial-store/store-trial-repository.ts'
import { testDay, testInstant } from '../support/demonstration-seed.ts'
import { trialVariants } from './trial-variants.ts'

/**
 * Brings the open trials of a demonstration database up to a number with variants of those that are open, stored as an
 * import stores them. With `cancerTypeIds` the variants are for these cancers instead of their own.
 */
export async function openVariants(
  db: Kysely<Database>,
  trialCount: number,
  cancerTypeIds: readonly string[] | null = null,
): Promise<void> {
  const open = await db.selectFrom('trial').select('registry_id').where('is_open_at_home', '=', true).execute()
  const ids = new Set(open.map((row) => row.registry_id))
  const records = demonstrationTrials(testDay).flatMap(({ record }) => (ids.has(record.registryId) ? [record] : []))
  const variants = trialVariants<TrialRecord>(records, trialCount).slice(records.length)
  await db.transaction().execute(async (trx) => {
    for (const record of variants) {
      const chosen = cancerTypeIds === null ? record : { ...record, cancerTypeIds, isBasket: false }
      await storeTrial(trx, chosen, { now: testInstant, isDemonstration: true })
    }
  })
}
