import type { components } from '#api/schema.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import {
  byUrgency,
  describeRecruitingSite,
  describeRecruitment,
  type RecruitingTrialName,
} from '#domain/recruitment/describe-recruitment.ts'
import { recruitmentSeries, targetLine } from '#domain/recruitment/recruitment-series.ts'
import { summariseTrial } from '#domain/recruitment/summarise-trial.ts'
import { ratingRuleWords, usualRatingRule } from '#domain/recruitment/time-adjusted-ratio.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import type { HeldTrialSites } from '../../state/held-trial.ts'
import { recruitingTrial } from './recruiting-trial.ts'

type Schemas = components['schemas']

const ratingRule = ratingRuleWords(usualRatingRule)

/** Every trial with its actual recruitment against its target. */
export function recruitmentOverview(state: DemonstrationState, asOf: CalendarDate): Schemas['RecruitmentOverview'] {
  const rows = [...state.trials.values()].map((trial) =>
    describeRecruitment(nameOf(trial), summariseTrial(recruitingTrial(state, trial), asOf)),
  )
  return { asOf, ratingRule, items: rows.toSorted(byUrgency) }
}

/** One trial's recruitment by month and by site. */
export function trialRecruitment(
  state: DemonstrationState,
  trial: HeldTrialSites,
  asOf: CalendarDate,
): Schemas['TrialRecruitment'] {
  const reports = recruitingTrial(state, trial)
  const summary = summariseTrial(reports, asOf)
  const { plan, siteMonths } = summary
  return {
    asOf,
    ratingRule,
    row: describeRecruitment(nameOf(trial), summary),
    months: recruitmentSeries(siteMonths, plan, asOf).map((month) => ({ ...month })),
    targetLine: plan === null ? [] : targetLine(plan).map((point) => ({ ...point })),
    sites: reports.sites.map((site) => describeRecruitingSite(site, siteMonths)),
    targets: reports.targets.map(({ target, opensOn, plannedCloseOn, agreedOn }) => ({
      target,
      opensOn,
      closesOn: plannedCloseOn,
      agreedOn,
    })),
    globalEnrolment: trial.record.globalEnrolment?.count ?? null,
  }
}

function nameOf({ trialId, record }: HeldTrialSites): RecruitingTrialName {
  const { registryId, title, recruitmentStatus, cancerTypeIds } = record
  return { trialId, registryId, title, recruitmentStatus, cancerTypeIds }
}
