import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { isOpenInCountries } from '#domain/trial/openness.ts'
import type { TrialRecord } from '#domain/trial/trial-record.ts'
import { trialRuleFaults } from '#domain/trial/trial-rule-faults.ts'
import { classifyImport, type ImportClass } from '../interchange/classify-import.ts'
import { contentHash } from '../interchange/content-hash.ts'
import { addJob } from '../jobs/job-repository.ts'
import type { Trx } from '../plugins/operation.ts'
import { readHomeCountries } from './home-countries-repository.ts'
import type { KnownSite } from './known-site.ts'
import { rescreenTrialJob } from './rescreen-trial-job.ts'
import { storeSites } from './store-sites-repository.ts'
import { trialColumns } from './trial-columns.ts'

export interface StoreTrialOptions {
  readonly now: Date
  readonly isDemonstration?: boolean
  /** Given for the demonstration, whose identifiers are the same at every start. */
  readonly trialId?: string
  readonly knownSites?: readonly KnownSite[]
}

/**
 * Takes in one record of a trial. A newer record replaces what is shown and keeps the older as history; the same record
 * again changes nothing; an older one is not taken. A change asks for the caseload to be screened against the trial.
 * Throws where a rule is not in the criteria language.
 */
export async function storeTrial(trx: Trx, record: TrialRecord, options: StoreTrialOptions): Promise<ImportClass> {
  refuseFaultyRules(record)
  const stored = await trx
    .selectFrom('trial')
    .select(['trial_id', 'version', 'content_hash'])
    .select([
      // Not the column of that name, which lists and sorts: it has the day of the data where there is no update.
      sql<string | null>`record -> 'dates' -> 'lastUpdated' ->> 'on'`.as('last_updated_on'),
      sql<string | null>`record ->> 'dataDate'`.as('data_date'),
    ])
    .where('registry', '=', record.registry)
    .where('registry_id', '=', record.registryId)
    .forUpdate()
    .executeTakeFirst()
  const hash = contentHash(record)
  const known = stored && {
    contentHash: stored.content_hash,
    lastUpdatedOn: stored.last_updated_on,
    dataDate: stored.data_date,
  }
  const kind = classifyImport(known ?? null, record, hash)
  if (kind === 'unchanged' || kind === 'older') return kind

  const trialId = stored?.trial_id ?? options.trialId ?? randomUUID()
  const version = (stored?.version ?? 0) + 1
  const isOpenAtHome = isOpenInCountries(record, await readHomeCountries(trx))
  const listed = { ...trialColumns(record), is_open_at_home: isOpenAtHome }
  const columns = { ...listed, content_hash: hash, version, updated_at: options.now }
  await trx
    .insertInto('trial')
    .values({ trial_id: trialId, ...columns, is_demonstration: options.isDemonstration ?? false })
    .onConflict((conflict) => conflict.column('trial_id').doUpdateSet(columns))
    .execute()
  await trx
    .insertInto('trial_version')
    .values({
      trial_id: trialId,
      version,
      record: columns.record,
      content_hash: hash,
      data_date: record.dataDate,
      imported_at: options.now,
    })
    .execute()
  await storeSites(trx, trialId, record, options.knownSites ?? [])
  await addJob(trx, rescreenTrialJob, trialId)
  return kind
}

/** Rules come from this service, never from a registry: a faulty one is a mistake to mend before anybody is screened. */
function refuseFaultyRules(record: TrialRecord): void {
  const faults = trialRuleFaults(record)
  if (faults.length === 0) return
  const told = faults.map(({ pointer, problem, remedy }) => `${pointer} ${problem}. ${remedy}`).join('; ')
  throw new RangeError(`${record.registryId} cannot be stored: ${told}`)
}
