import type { CalendarDate } from '../identity/calendar-date.ts'
import { endOfMonth, type Month, monthOf, monthsThrough } from './month.ts'

/** A site that recruits, or is to recruit, to one trial. `closedOn` is null while it has not closed. */
export interface RecruitingSite {
  readonly siteId: string
  readonly opensOn: CalendarDate
  readonly closedOn: CalendarDate | null
}

/** What a site said it recruited in one month: the current return only, never a replaced one. */
export interface MonthlyReturn {
  readonly siteId: string
  readonly month: Month
  readonly recruited: number
}

/** One referral that reached enrolment. */
export interface Enrolment {
  readonly siteId: string
  readonly enrolledOn: CalendarDate
}

/** The actual recruitment of one site in one month, and where the number comes from. */
export interface SiteMonth {
  readonly siteId: string
  readonly month: Month
  /** Null where the site made no return and no referral was enrolled: not known, which is not 0. */
  readonly recruited: number | null
  readonly source: 'return' | 'referrals' | 'inProgress' | 'notReturned'
  readonly returned: number | null
  readonly enrolledFromReferrals: number
  /** Returned minus enrolled from referrals; null without a return. */
  readonly difference: number | null
  /** Date of the last enrolment of a referral in the month. */
  readonly lastEnrolledOn: CalendarDate | null
}

/**
 * Every month of every site from its opening to its closing or `asOf`, ordered by month and then as the sites are
 * given. A return outside that span, or an enrolment, still makes its row. What lies after `asOf` is left out.
 * A month that has not ended by `asOf` is `inProgress` until there is a return or an enrolment.
 * Throws RangeError for two returns of one site for one month, and for rows of a site that is not given.
 */
export function monthlyActuals({
  sites,
  returns,
  enrolments,
  asOf,
}: {
  readonly sites: readonly RecruitingSite[]
  readonly returns: readonly MonthlyReturn[]
  readonly enrolments: readonly Enrolment[]
  readonly asOf: CalendarDate
}): readonly SiteMonth[] {
  refuseStrangers(sites, [...returns, ...enrolments])
  const rows = sites.flatMap((site) =>
    siteMonths(
      site,
      returns.filter(({ siteId, month }) => siteId === site.siteId && month <= monthOf(asOf)),
      enrolments.filter(({ siteId, enrolledOn }) => siteId === site.siteId && enrolledOn <= asOf),
      asOf,
    ),
  )
  return rows.toSorted((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0))
}

function siteMonths(
  site: RecruitingSite,
  returns: readonly MonthlyReturn[],
  enrolments: readonly Enrolment[],
  asOf: CalendarDate,
): readonly SiteMonth[] {
  const until = site.closedOn !== null && site.closedOn < asOf ? site.closedOn : asOf
  const openMonths = site.opensOn <= asOf ? monthsThrough(monthOf(site.opensOn), monthOf(until)) : []
  const reportedMonths = [...returns.map(({ month }) => month), ...enrolments.map((each) => monthOf(each.enrolledOn))]
  const months = [...new Set([...openMonths, ...reportedMonths])].sort()
  return months.map((month) => {
    const returned = onlyReturn(returns.filter((each) => each.month === month))
    const enrolledOn = enrolments.map((each) => each.enrolledOn).filter((date) => monthOf(date) === month)
    return siteMonth(site.siteId, month, returned, enrolledOn.toSorted(), asOf)
  })
}

function siteMonth(
  siteId: string,
  month: Month,
  returned: number | null,
  enrolledOn: readonly CalendarDate[],
  asOf: CalendarDate,
): SiteMonth {
  const row = {
    siteId,
    month,
    returned,
    enrolledFromReferrals: enrolledOn.length,
    difference: returned === null ? null : returned - enrolledOn.length,
    lastEnrolledOn: enrolledOn.at(-1) ?? null,
  }
  if (returned !== null) return { ...row, recruited: returned, source: 'return' }
  if (enrolledOn.length > 0) return { ...row, recruited: enrolledOn.length, source: 'referrals' }
  return { ...row, recruited: null, source: endOfMonth(month) > asOf ? 'inProgress' : 'notReturned' }
}

function onlyReturn(returns: readonly MonthlyReturn[]): number | null {
  const [first, second] = returns
  if (first && second) {
    throw new RangeError(`Site ${first.siteId} has two returns for ${first.month}: pass only the current one.`)
  }
  return first ? first.recruited : null
}

function refuseStrangers(sites: readonly RecruitingSite[], rows: readonly { readonly siteId: string }[]): void {
  const known = new Set(sites.map(({ siteId }) => siteId))
  const stranger = rows.find(({ siteId }) => !known.has(siteId))
  if (stranger) throw new RangeError(`Recruitment is reported for site ${stranger.siteId}: add it to the sites given.`)
}
