import { sql } from 'kysely'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { TrialReports } from '#domain/recruitment/summarise-trial.ts'
import { siteStatus } from '#domain/trial/openness.ts'
import type { RecruitmentStatus } from '#domain/trial/recruitment-status.ts'
import type { TrialRecord } from '#domain/trial/trial-record.ts'
import { withCounts } from '../patient-rows/with-counts-repository.ts'
import type { Trx } from '../plugins/operation.ts'

export interface RecruitingTrial extends TrialReports {
  readonly trialId: string
  readonly registryId: string
  readonly title: string
  readonly recruitmentStatus: RecruitmentStatus
  readonly cancerTypeIds: readonly string[]
  /** The registry's number for the whole world. */
  readonly globalEnrolment: number | null
  readonly sites: readonly (TrialReports['sites'][number] & {
    readonly name: string
    readonly recruitmentStatus: RecruitmentStatus
    readonly openedOn: CalendarDate | null
  })[]
}

/** Whether recruitment to a trial is watched: there is an agreed target, a return or a site that uses the service. */
const isWatched = sql<boolean>`(
  exists (select from recruitment_target where recruitment_target.trial_id = trial.trial_id)
  or exists (select from trial_site where trial_site.trial_id = trial.trial_id and organisation_id is not null)
  or exists (select from site_return join trial_site using (site_id) where trial_site.trial_id = trial.trial_id)
)`

/** False for a trial that nobody here recruits to, and for one that does not exist. */
export async function readIsRecruitmentWatched(trx: Trx, trialId: string): Promise<boolean> {
  const found = await trx
    .selectFrom('trial')
    .select('trial_id')
    .where('trial_id', '=', trialId)
    .where(isWatched)
    .executeTakeFirst()
  return found !== undefined
}

/**
 * Trials that this installation watches: those with an agreed target, a return or a site that uses the service. A site
 * whose opening is not recorded counts from its first report.
 */
export async function readRecruitment(
  trx: Trx,
  { trialId }: { readonly trialId: string | null },
): Promise<RecruitingTrial[]> {
  const trials = await trx
    .selectFrom('trial')
    .select(['trial_id', 'registry_id', 'title', 'recruitment_status', 'cancer_type_ids'])
    .select(sql<TrialRecord['cohorts']>`record -> 'cohorts'`.as('cohorts'))
    .select(sql<number | null>`(record -> 'globalEnrolment' ->> 'count')::int`.as('global_enrolment'))
    .$if(trialId !== null, (query) => query.where('trial_id', '=', trialId ?? ''))
    .where(isWatched)
    .execute()
  if (trials.length === 0) return []
  const ids = trials.map(({ trial_id }) => trial_id)
  const targets = Map.groupBy(await readTargets(trx, ids), (row) => row.trial_id)
  const returns = Map.groupBy(await readReturns(trx, ids), (row) => row.trial_id)
  const enrolments = Map.groupBy(await withCounts(trx, () => readEnrolments(trx, ids)), (row) => row.trial_id)
  const sites = Map.groupBy(await readSites(trx, ids), (row) => row.trial_id)
  return trials.map((trial) => {
    const own = {
      returns: (returns.get(trial.trial_id) ?? []).map(({ siteId, month, recruited }) => ({
        siteId,
        month,
        recruited,
      })),
      enrolments: (enrolments.get(trial.trial_id) ?? []).map(({ siteId, enrolledOn }) => ({ siteId, enrolledOn })),
      targets: (targets.get(trial.trial_id) ?? []).map(({ trial_id: _, ...target }) => target),
    }
    const reporting = new Set([...own.returns, ...own.enrolments].map(({ siteId }) => siteId))
    return {
      ...own,
      trialId: trial.trial_id,
      registryId: trial.registry_id,
      title: trial.title,
      recruitmentStatus: trial.recruitment_status,
      cancerTypeIds: trial.cancer_type_ids,
      globalEnrolment: trial.global_enrolment,
      sites: (sites.get(trial.trial_id) ?? [])
        .filter((site) => site.opened_on !== null || reporting.has(site.site_id))
        .map((site) => ({
          siteId: site.site_id,
          name: site.facility,
          recruitmentStatus: siteStatus(
            { recruitmentStatus: trial.recruitment_status, cohorts: trial.cohorts },
            { recruitmentStatus: site.recruitment_status },
          ),
          openedOn: site.opened_on,
          opensOn: site.opened_on ?? firstReport(own, site.site_id),
          closedOn: site.closed_on,
        })),
    }
  })
}

function firstReport(reports: Pick<TrialReports, 'returns' | 'enrolments'>, siteId: string): CalendarDate {
  const days = [
    ...reports.returns.filter((row) => row.siteId === siteId).map(({ month }) => `${month}-01`),
    ...reports.enrolments.filter((row) => row.siteId === siteId).map(({ enrolledOn }) => enrolledOn),
  ].toSorted()
  const first = days[0]
  if (first === undefined) throw new RangeError(`Site ${siteId} has neither an opening day nor a report.`)
  return first
}

function readTargets(trx: Trx, ids: readonly string[]) {
  return trx
    .selectFrom('recruitment_target')
    .select(['trial_id', 'target', 'opens_on as opensOn', 'closes_on as plannedCloseOn', 'agreed_on as agreedOn'])
    .where('trial_id', 'in', [...ids])
    .orderBy('agreed_on')
    .execute()
}

function readReturns(trx: Trx, ids: readonly string[]) {
  return trx
    .selectFrom('site_return')
    .innerJoin('trial_site', 'trial_site.site_id', 'site_return.site_id')
    .select(['trial_site.trial_id', 'site_return.site_id as siteId', 'month', 'recruited'])
    .where('trial_site.trial_id', 'in', [...ids])
    .execute()
}

async function readEnrolments(trx: Trx, ids: readonly string[]) {
  const rows = await trx
    .selectFrom('referral_event')
    .innerJoin('referral', 'referral.referral_id', 'referral_event.referral_id')
    .select(['referral.trial_id', 'referral.site_id as siteId', 'occurred_on as enrolledOn'])
    .where('to_status', '=', 'enrolled')
    .where('referral.trial_id', 'in', [...ids])
    .execute()
  return rows.flatMap(({ trial_id, siteId, enrolledOn }) =>
    siteId === null || enrolledOn === null ? [] : [{ trial_id, siteId, enrolledOn }],
  )
}

function readSites(trx: Trx, ids: readonly string[]) {
  return trx
    .selectFrom('trial_site')
    .select(['trial_id', 'site_id', 'facility', 'recruitment_status', 'opened_on', 'closed_on'])
    .where('trial_id', 'in', [...ids])
    .orderBy('position')
    .execute()
}
