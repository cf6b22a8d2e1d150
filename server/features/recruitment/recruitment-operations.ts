import { byUrgency, describeRecruitingSite, describeRecruitment } from '#domain/recruitment/describe-recruitment.ts'
import { recruitmentSeries, targetLine } from '#domain/recruitment/recruitment-series.ts'
import { summariseTrial, type TrialSummary } from '#domain/recruitment/summarise-trial.ts'
import { ratingRuleWords, usualRatingRule } from '#domain/recruitment/time-adjusted-ratio.ts'
import type { Operation } from '../../plugins/operation.ts'
import { notFound } from '../../plugins/problem.ts'
import { readRecruitment } from '../../recruitment-rows/recruitment-repository.ts'

const ratingRule = ratingRuleWords(usualRatingRule)

/** Actual against target. Totals of trials and sites are management information and exact. */
export const recruitmentOperations: {
  readonly listRecruitment: Operation<'listRecruitment'>
  readonly getTrialRecruitment: Operation<'getTrialRecruitment'>
} = {
  async listRecruitment({ trx, asOf }) {
    const trials = await readRecruitment(trx, { trialId: null })
    const items = trials.map((trial) => describeRecruitment(trial, summariseTrial(trial, asOf)))
    return { body: { asOf, ratingRule, items: items.toSorted(byUrgency) } }
  },

  async getTrialRecruitment({ trx, asOf, params }) {
    const [trial] = await readRecruitment(trx, { trialId: params.trialId })
    if (!trial) throw notFound('trial')
    const summary: TrialSummary = summariseTrial(trial, asOf)
    return {
      body: {
        asOf,
        ratingRule,
        row: describeRecruitment(trial, summary),
        months: recruitmentSeries(summary.siteMonths, summary.plan, asOf).map((month) => ({ ...month })),
        targetLine: summary.plan === null ? [] : targetLine(summary.plan).map((point) => ({ ...point })),
        sites: trial.sites.map((site) => describeRecruitingSite(site, summary.siteMonths)),
        targets: trial.targets.map(({ target, opensOn, plannedCloseOn, agreedOn }) => ({
          target,
          opensOn,
          closesOn: plannedCloseOn,
          agreedOn,
        })),
        globalEnrolment: trial.globalEnrolment,
      },
    }
  },
}
