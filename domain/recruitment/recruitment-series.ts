import type { CalendarDate } from '../identity/calendar-date.ts'
import { endOfMonth, type Month, monthOf, monthsThrough } from './month.ts'
import type { SiteMonth } from './monthly-actual.ts'
import { expectedBy, type RecruitmentTarget } from './recruitment-target.ts'

/** One month of a trial (or of one site), ready to be drawn and tabled. */
export interface SeriesMonth {
  readonly month: Month
  /** Sum over the sites that are known; null where none is. Null is not 0. */
  readonly recruited: number | null
  readonly reporting: Reporting
  /** Recruited up to and including this month, as far as is known. */
  readonly cumulative: number
  /** False from the first ended month on in which a site did not report: the true number may be higher. */
  readonly isCumulativeComplete: boolean
  /**
   * Expected by the end of the month, also in the month of `asOf`, so that the line is as straight there as everywhere;
   * null without a plan. Not rounded. What is expected by `asOf` itself is in the ratio.
   */
  readonly expectedCumulative: number | null
}

/** `partial`: some sites are known and some are not. `noSiteOpen`: nothing was due from anybody. */
export type Reporting = 'complete' | 'partial' | 'inProgress' | 'notReturned' | 'noSiteOpen'

/** Months from the first opening or first recruit through the month of `asOf`, without a gap. */
export function recruitmentSeries(
  siteMonths: readonly SiteMonth[],
  plan: RecruitmentTarget | null,
  asOf: CalendarDate,
): readonly SeriesMonth[] {
  const starts = siteMonths.map(({ month }) => month)
  const first = (plan === null ? starts : [...starts, monthOf(plan.opensOn)]).toSorted().at(0)
  if (first === undefined) return []
  let cumulative = 0
  let isCumulativeComplete = true
  return monthsThrough(first, monthOf(asOf)).map((month) => {
    const rows = siteMonths.filter((row) => row.month === month)
    const recruited = sumOfKnown(rows)
    cumulative += recruited === null ? 0 : recruited
    isCumulativeComplete &&= rows.every(({ source }) => source !== 'notReturned')
    return {
      month,
      recruited,
      reporting: reportingOf(rows),
      cumulative,
      isCumulativeComplete,
      expectedCumulative: plan === null ? null : expectedBy(plan, endOfMonth(month)),
    }
  })
}

/** The whole straight target line by month, from opening through planned close, beyond today too. */
export function targetLine(
  plan: RecruitmentTarget,
): readonly { readonly month: Month; readonly expectedCumulative: number }[] {
  return monthsThrough(monthOf(plan.opensOn), monthOf(plan.plannedCloseOn)).map((month) => ({
    month,
    expectedCumulative: expectedBy(plan, endOfMonth(month)),
  }))
}

/** Sum of the months that are known; null when not one is. */
export function sumOfKnown(rows: readonly SiteMonth[]): number | null {
  return rows.reduce<number | null>(
    (sum, { recruited }) => (recruited === null ? sum : sum === null ? recruited : sum + recruited),
    null,
  )
}

function reportingOf(rows: readonly SiteMonth[]): Reporting {
  if (rows.length === 0) return 'noSiteOpen'
  const known = rows.filter(({ recruited }) => recruited !== null).length
  if (known === rows.length) return 'complete'
  // A return for a month that has not ended is not due, so it is not missing, whatever other sites have sent.
  if (rows.every(({ source }) => source !== 'notReturned')) return 'inProgress'
  return known > 0 ? 'partial' : 'notReturned'
}
