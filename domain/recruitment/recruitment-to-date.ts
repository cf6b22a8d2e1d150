import type { CalendarDate } from '../identity/calendar-date.ts'
import { endOfMonth, monthOf } from './month.ts'
import type { SiteMonth } from './monthly-actual.ts'
import { sumOfKnown } from './recruitment-series.ts'

export interface RecruitmentToDate {
  /** Sum of everything known; null where nothing is. A lower bound while `siteMonthsNotReturned` is above 0. */
  readonly recruited: number | null
  /** Ended months of a site without a return and without an enrolment. */
  readonly siteMonthsNotReturned: number
  /** Last possible day of the last recruit: a return gives only the month, so then its end. Null where none is known. */
  readonly lastRecruitedOn: CalendarDate | null
  /** Last day up to which, since the last recruit, every site has reported; null where there is no such day. */
  readonly reportedThrough: CalendarDate | null
}

/** Totals of a trial, or of one site, from its site-months. */
export function recruitmentToDate(siteMonths: readonly SiteMonth[], asOf: CalendarDate): RecruitmentToDate {
  const lastRecruitedOn = lastRecruit(siteMonths, asOf)
  return {
    recruited: sumOfKnown(siteMonths),
    siteMonthsNotReturned: siteMonths.filter(({ source }) => source === 'notReturned').length,
    lastRecruitedOn,
    reportedThrough: reportedThrough(siteMonths, lastRecruitedOn, asOf),
  }
}

function lastRecruit(siteMonths: readonly SiteMonth[], asOf: CalendarDate): CalendarDate | null {
  const dates = siteMonths
    .filter(({ recruited }) => recruited !== null && recruited > 0)
    .map((row) => lastPossibleDay(row, asOf))
  return dates.toSorted().at(-1) ?? null
}

function lastPossibleDay(row: SiteMonth, asOf: CalendarDate): CalendarDate {
  const areAllDated = row.recruited !== null && row.enrolledFromReferrals >= row.recruited
  return areAllDated && row.lastEnrolledOn !== null ? row.lastEnrolledOn : earlier(endOfMonth(row.month), asOf)
}

function reportedThrough(
  siteMonths: readonly SiteMonth[],
  since: CalendarDate | null,
  asOf: CalendarDate,
): CalendarDate | null {
  const rows = since === null ? siteMonths : siteMonths.filter(({ month }) => month >= monthOf(since))
  const firstSilent = rows
    .filter(({ recruited }) => recruited === null)
    .map(({ month }) => month)
    .toSorted()
    .at(0)
  const lastReported = rows
    .filter(({ month }) => firstSilent === undefined || month < firstSilent)
    .map(({ month }) => month)
    .toSorted()
    .at(-1)
  return lastReported === undefined ? since : earlier(endOfMonth(lastReported), asOf)
}

function earlier(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a < b ? a : b
}
