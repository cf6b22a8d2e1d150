import { type Selectable, sql } from 'kysely'
import type { TrialRecord } from '#domain/trial/trial-record.ts'
import type { TrialSiteTable } from '../../database/tables/trial-tables.ts'
import type { Trx } from '../../plugins/operation.ts'
import { readIsRecruitmentWatched } from '../../recruitment-rows/recruitment-repository.ts'
import { readHomeCountries } from '../../trial-store/home-countries-repository.ts'
import type { TrialListRow } from './describe-trial-row.ts'

export interface StoredTrial {
  readonly row: Omit<TrialListRow, 'site_count' | 'open_sites_at_home'>
  readonly record: TrialRecord
  readonly sites: readonly StoredSite[]
  readonly versions: readonly {
    readonly version: number
    readonly imported_at: Date
    readonly data_date: string | null
  }[]
  /** The countries to whose sites patients can be referred. */
  readonly homeCountries: readonly string[]
  readonly isRecruitmentWatched: boolean
}

export type StoredSite = Omit<Selectable<TrialSiteTable>, 'site_key' | 'trial_id'> & {
  readonly organisation_code: string | null
  readonly organisation_name: string | null
  /** Somebody at the site's organisation can sign in and take a referral. */
  readonly can_receive: boolean
}

/** A trial with its listed sites in the registry's order, and every version that was imported, newest first. */
export async function readTrial(trx: Trx, trialId: string): Promise<StoredTrial | null> {
  const trial = await trx.selectFrom('trial').selectAll().where('trial_id', '=', trialId).executeTakeFirst()
  if (!trial) return null
  const sites = await trx
    .selectFrom('trial_site')
    .leftJoin('organisation', 'organisation.organisation_id', 'trial_site.organisation_id')
    .selectAll('trial_site')
    .select(['organisation.code as organisation_code', 'organisation.name as organisation_name'])
    .select(
      sql<boolean>`exists (select from account where account.organisation_id = trial_site.organisation_id
        and account.is_active and account.role in ('site-nurse', 'investigator'))`.as('can_receive'),
    )
    .where('trial_id', '=', trialId)
    .where('is_listed', '=', true)
    .orderBy('position')
    .execute()
  const versions = await trx
    .selectFrom('trial_version')
    .select(['version', 'imported_at', 'data_date'])
    .where('trial_id', '=', trialId)
    .orderBy('version', 'desc')
    .execute()
  const homeCountries = await readHomeCountries(trx)
  const isRecruitmentWatched = await readIsRecruitmentWatched(trx, trialId)
  return { row: trial, record: trial.record, sites, versions, homeCountries, isRecruitmentWatched }
}
