import { recruitmentSeries, targetLine } from '#domain/recruitment/recruitment-series.ts'
import { summariseTrial, type TrialSummary } from '#domain/recruitment/summarise-trial.ts'
import { ratingRuleWords, usualRatingRule } from '#domain/recruitment/time-adjusted-ratio.ts'
import type { Operation } from '../../plugins/operation.ts'
import { notFound } from '../../plugins/problem.ts'
import { describeRow } from './describe-row.ts'
import { describeSites } from './describe-sites.ts'
import { readRecruitment } from './recruitment-repository.ts'

const ratingRule = ratingRuleWords(usualRatingRule)

/** Actual against target. Totals of trials and sites are management information and exact. */
export const recruitmentOperations: {
  readonly listRecruitment: Operation<'listRecruitment'>
  readonly getTrialRecruitment: Operation<'getTrialRecruitment'>
} = {
  async listRecruitment({ trx, asOf }) {
    const trials = await readRecruitment(trx, { trialId: null })
    const items = trials.map((trial) => describeRow(trial, summariseTrial(trial, asOf)))
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
        row: describeRow(trial, summary),
        months: recruitmentSeries(summary.siteMonths, summary.plan, asOf).map((month) => ({ ...month })),
        targetLine: summary.plan === null ? [] : targetLine(summary.plan).map((point) => ({ ...point })),
        sites: describeSites(trial, summary.siteMonths),
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

const colourOrder = ['red', 'amber', 'green', 'none']

/** The trials furthest behind first; those without a rating last, by title. */
function byUrgency(a: ReturnType<typeof describeRow>, b: ReturnType<typeof describeRow>): number {
  const byColour = colourOrder.indexOf(a.rating.colour) - colourOrder.indexOf(b.rating.colour)
  if (byColour !== 0) return byColour
  if (a.rating.ratio !== null && b.rating.ratio !== null) return a.rating.ratio - b.rating.ratio
  return a.title.localeCompare(b.title, 'en-GB')
}
