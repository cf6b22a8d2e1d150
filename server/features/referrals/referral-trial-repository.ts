import { sql } from 'kysely'
import { siteStatus } from '#domain/trial/openness.ts'
import type { RecruitmentStatus } from '#domain/trial/recruitment-status.ts'
import type { TrialCohort } from '#domain/trial/trial-record.ts'
import type { Trx } from '../../plugins/operation.ts'

/** Whether a trial takes referrals here, and how urgent they are; null for a trial that is not known. */
export async function findTrial(
  trx: Trx,
  trialId: string,
): Promise<{ readonly isOpenAtHome: boolean; readonly isExpedited: boolean } | null> {
  const row = await trx
    .selectFrom('trial')
    .select(['is_open_at_home as isOpenAtHome', 'is_expedited as isExpedited'])
    .where('trial_id', '=', trialId)
    .executeTakeFirst()
  return row ?? null
}

/** The trial of a referral that was sent to the caller's site, whoever there may see it; null for any other referral. */
export async function findReceivedTrial(
  trx: Trx,
  referralId: string,
): Promise<{ readonly trialId: string; readonly title: string } | null> {
  const row = await trx
    .selectFrom('trial')
    .select(['trial_id as trialId', 'title'])
    .where('trial_id', '=', sql<string>`received_for_trial(${referralId})`)
    .executeTakeFirst()
  return row ?? null
}

export interface ReceivingSite {
  readonly siteId: string
  readonly organisationId: string | null
  /** Somebody at the site's organisation can sign in and take a referral. */
  readonly canReceive: boolean
  /** The most restrictive of what is stated for the trial, the site and the cohorts. */
  readonly effectiveStatus: RecruitmentStatus
}

/** A site that the trial lists now; null for any other. */
export async function findSite(
  trx: Trx,
  { trialId, siteId }: { readonly trialId: string; readonly siteId: string },
): Promise<ReceivingSite | null> {
  const row = await trx
    .selectFrom('trial_site')
    .innerJoin('trial', 'trial.trial_id', 'trial_site.trial_id')
    .select(['trial.recruitment_status as trial_status', 'trial_site.recruitment_status as site_status'])
    .select(['site_id', 'organisation_id'])
    .select(({ ref }) => ref('record', '->').key('cohorts').$castTo<TrialCohort[]>().as('cohorts'))
    .select(
      sql<boolean>`exists (select from account where account.organisation_id = trial_site.organisation_id
        and account.is_active and account.role in ('site-nurse', 'investigator'))`.as('can_receive'),
    )
    .where('trial_site.trial_id', '=', trialId)
    .where('site_id', '=', siteId)
    .where('is_listed', '=', true)
    .executeTakeFirst()
  if (!row) return null
  const trial = { recruitmentStatus: row.trial_status, cohorts: row.cohorts }
  return {
    siteId: row.site_id,
    organisationId: row.organisation_id,
    canReceive: row.can_receive,
    effectiveStatus: siteStatus(trial, { recruitmentStatus: row.site_status }),
  }
}
