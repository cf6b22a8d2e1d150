import type { CalendarDate } from '../identity/calendar-date.ts'
import {
  type Enrolment,
  type MonthlyReturn,
  monthlyActuals,
  type RecruitingSite,
  type SiteMonth,
} from './monthly-actual.ts'
import { type Dormancy, dormancy, isOverRecruited } from './recruitment-flags.ts'
import { recruitmentSentence } from './recruitment-sentence.ts'
import { type RecruitmentTarget, targetInForce } from './recruitment-target.ts'
import { type RecruitmentToDate, recruitmentToDate } from './recruitment-to-date.ts'
import { type TimeAdjustedRatio, timeAdjustedRatio } from './time-adjusted-ratio.ts'

/** What is recorded of one trial's recruitment. */
export interface TrialReports {
  readonly sites: readonly RecruitingSite[]
  readonly returns: readonly MonthlyReturn[]
  readonly enrolments: readonly Enrolment[]
  readonly targets: readonly RecruitmentTarget[]
}

export interface TrialSummary {
  /** The agreed plan in force; null where no UK target is agreed. */
  readonly plan: RecruitmentTarget | null
  readonly siteMonths: readonly SiteMonth[]
  readonly toDate: RecruitmentToDate
  readonly result: TimeAdjustedRatio
  readonly dormancy: Dormancy['kind']
  readonly isOverRecruited: boolean | null
  readonly sentence: string
}

/** Where one trial stands on a day: the same numbers for list, chart, table and sentence. */
export function summariseTrial(reports: TrialReports, asOf: CalendarDate): TrialSummary {
  const plan = targetInForce(reports.targets, asOf)
  const siteMonths = monthlyActuals({ ...reports, asOf })
  const toDate = recruitmentToDate(siteMonths, asOf)
  const result = timeAdjustedRatio(toDate.recruited, plan, asOf)
  return {
    plan,
    siteMonths,
    toDate,
    result,
    dormancy: dormancy({ plan, ...toDate, asOf }).kind,
    isOverRecruited: isOverRecruited(toDate.recruited, plan),
    sentence: recruitmentSentence({ toDate, plan, result, asOf }),
  }
}
