import { sql } from 'kysely'
import { siteStatus } from '#domain/trial/openness.ts'
import type { TrialCohort } from '#domain/trial/trial-record.ts'
import type { Trx } from '../../plugins/operation.ts'

/** Whether a site that the trial lists now is open and somebody at its organisation can take a referral. */
export async function hasReceivingSite(trx: Trx, trialId: string): Promise<boolean> {
  const rows = await trx
    .selectFrom('trial_site')
    .innerJoin('trial', 'trial.trial_id', 'trial_site.trial_id')
    .select(['trial.recruitment_status as trial_status', 'trial_site.recruitment_status as site_status'])
    .select(({ ref }) => ref('record', '->').key('cohorts').$castTo<TrialCohort[]>().as('cohorts'))
    .where('trial_site.trial_id', '=', trialId)
    .where('is_listed', '=', true)
    .where(
      sql<boolean>`exists (select from account where account.organisation_id = trial_site.organisation_id
        and account.is_active and account.role in ('site-nurse', 'investigator'))`,
    )
    .execute()
  return rows.some(({ trial_status, site_status, cohorts }) => {
    const trial = { recruitmentStatus: trial_status, cohorts }
    return siteStatus(trial, { recruitmentStatus: site_status }) === 'open'
  })
}
