import { sql } from 'kysely'
import type { components } from '#api/schema.ts'
import { siteRoles } from '#domain/access/duty.ts'
import type { DelegationTable } from '../../database/tables/delegation-tables.ts'
import type { Caller, Trx } from '../../plugins/operation.ts'

type Schemas = components['schemas']

export async function findTrial(trx: Trx, trialId: string): Promise<Schemas['DelegatedTrial'] | null> {
  const [trial] = await trials(trx).where('trial_id', '=', trialId).execute()
  return trial ?? null
}

/** The trials of which an organisation is or was a site, and some others, in the order of their titles. */
export async function readSiteTrials(
  trx: Trx,
  organisationId: string,
  others: readonly string[],
): Promise<Schemas['DelegatedTrial'][]> {
  return trials(trx)
    .where(
      sql<boolean>`(trial_id = any (${[...others]}::uuid[]) or exists (
        select from trial_site where trial_site.trial_id = trial.trial_id
          and trial_site.organisation_id = ${organisationId}))`,
    )
    .orderBy(sql`title collate "und-x-icu"`)
    .orderBy('trial_id')
    .execute()
}

export async function isSiteOf(trx: Trx, organisationId: string, trialId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('trial_site')
    .select('site_id')
    .where('trial_id', '=', trialId)
    .where('organisation_id', '=', organisationId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

function trials(trx: Trx) {
  return trx
    .selectFrom('trial')
    .select(['trial_id as trialId', 'registry_id as registryId', 'title', 'recruitment_status as recruitmentStatus'])
}

/** Whoever works for the site and can sign in, in the order of their names. */
export async function readStaff(
  trx: Trx,
  organisationId: string,
): Promise<Omit<Schemas['DelegationCandidate'], 'duties'>[]> {
  return trx
    .selectFrom('account')
    .select(['account_id as accountId', 'name', 'role'])
    .where('organisation_id', '=', organisationId)
    .where('is_active', '=', true)
    .where('role', 'in', [...siteRoles])
    .orderBy(sql`name collate "und-x-icu"`)
    .execute()
}

export type NewLine = Pick<
  DelegationTable,
  'entry_id' | 'trial_id' | 'organisation_id' | 'account_id' | 'duty' | 'starts_on' | 'ends_on'
>

/**
 * Waits for whoever else adds to the same log at this moment, so that a line is compared with all that are there. Two that
 * overlap without beginning on the same day are beyond what an index can refuse.
 */
export async function holdLog(trx: Trx, organisationId: string, trialId: string): Promise<void> {
  const name = `delegation ${organisationId} ${trialId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(trx)
}

export async function addLine(trx: Trx, line: NewLine, by: Caller, now: Date): Promise<void> {
  await trx
    .insertInto('delegation')
    .values({ ...line, entered_at: now, entered_by_account_id: by.accountId, entered_by_name: by.name })
    .execute()
}

export interface Ending {
  readonly entryId: string
  readonly reason: string
  readonly by: Caller
  readonly on: string
  readonly now: Date
}

/** False where it has been ended already. */
export async function endLine(trx: Trx, { entryId, reason, by, on, now }: Ending): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('delegation')
    .set({
      ended_on: on,
      ended_at: now,
      ended_by_account_id: by.accountId,
      ended_by_name: by.name,
      end_reason: reason,
    })
    .where('entry_id', '=', entryId)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
