import { addDays, type CalendarDate, daysBetween } from '#domain/identity/calendar-date.ts'
import { endOfMonth, monthOf, monthsThrough } from '#domain/recruitment/month.ts'
import type { Enrolment } from '#domain/recruitment/monthly-actual.ts'
import type { DemonstrationReturn, DemonstrationTrial, DemonstrationTrialSite } from '../demonstration-data.ts'
import { type SeededRandom, seededRandom } from '../random/seeded-random.ts'
import { weightedPick } from '../random/weighted-pick.ts'
import { planForTrial, type RecruitmentPlan } from './recruitment-plans.ts'

/**
 * Monthly returns of every site that add up, with the enrolments of months that were not returned, to the number the
 * plan of the trial tells. A return is never below the enrolments of its month: patients from elsewhere come on top.
 * Throws RangeError where more referrals were enrolled than the plan allows.
 */
export function makeReturns(
  seed: number,
  asOf: CalendarDate,
  trials: readonly DemonstrationTrial[],
  enrolments: readonly Enrolment[],
): readonly DemonstrationReturn[] {
  return trials.flatMap((trial) => returnsOf(trial, asOf, enrolments, seededRandom(`${seed}/returns/${trial.trialId}`)))
}

/** Sites take some days after the end of a month to count. */
const daysToReturn = 6

interface SiteMonthPlan {
  readonly siteId: string
  readonly month: string
  readonly enrolled: number
  /** How likely a participant is to fall into it. */
  readonly weight: number
}

function returnsOf(
  trial: DemonstrationTrial,
  asOf: CalendarDate,
  enrolments: readonly Enrolment[],
  random: SeededRandom,
): readonly DemonstrationReturn[] {
  const plan = planForTrial(trial.record.registryId)
  const own = enrolments.filter(({ siteId }) => trial.sites.some((site) => site.siteId === siteId))
  const months = trial.sites.flatMap((site) => monthsOf(site, plan, own, asOf, random))
  const toSpread = plan.recruited - own.length
  if (toSpread < 0) {
    throw new RangeError(
      `${own.length} referrals to ${plan.registryId} are enrolled, but its plan has ${plan.recruited}.`,
    )
  }
  if (months.length === 0 && toSpread > 0) {
    throw new RangeError(
      `${plan.registryId} has participants but no month that could be returned: open a site earlier.`,
    )
  }
  const extra = new Map<SiteMonthPlan, number>()
  for (let left = toSpread; left > 0; left -= 1) {
    const month = weightedPick(months, random.next())
    extra.set(month, (extra.get(month) ?? 0) + 1)
  }
  return months.map((month) => ({
    trialId: trial.trialId,
    siteId: month.siteId,
    month: month.month,
    recruited: month.enrolled + (extra.get(month) ?? 0),
    returnedOn: addDays(endOfMonth(month.month), 1 + random.integer(0, daysToReturn - 2)),
  }))
}

function monthsOf(
  site: DemonstrationTrialSite,
  plan: RecruitmentPlan,
  enrolments: readonly Enrolment[],
  asOf: CalendarDate,
  random: SeededRandom,
): readonly SiteMonthPlan[] {
  if (site.openedOn === null) return []
  const { openedOn } = site
  const lastDay = site.closedOn ?? addDays(asOf, -1)
  const lastRecruitOn = addDays(asOf, -(plan.lastRecruitDaysAgo ?? 0))
  const pace = 0.5 + random.next()
  return monthsThrough(monthOf(openedOn), monthOf(lastDay))
    .filter((month) => daysBetween(endOfMonth(month), asOf) >= daysToReturn)
    .filter(() => isReturned(plan, random))
    .map((month) => ({
      siteId: site.siteId,
      month,
      enrolled: enrolments.filter((each) => each.siteId === site.siteId && monthOf(each.enrolledOn) === month).length,
      weight: endOfMonth(month) > lastRecruitOn ? 0 : pace * daysOpenIn(month, openedOn),
    }))
}

/** Silence must be told apart from standstill, so the sites of a trial at a standstill return every month. */
function isReturned({ lastRecruitDaysAgo, opensDaysAgo }: RecruitmentPlan, random: SeededRandom): boolean {
  const isAlwaysReturned = lastRecruitDaysAgo !== undefined || opensDaysAgo < 90
  return isAlwaysReturned || !random.chance(0.07)
}

function daysOpenIn(month: string, openedOn: CalendarDate): number {
  const first = `${month}-01`
  return daysBetween(first > openedOn ? first : openedOn, endOfMonth(month)) + 1
}
