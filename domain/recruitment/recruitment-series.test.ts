import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../identity/calendar-date.ts'
import { type MonthlyReturn, monthlyActuals, type RecruitingSite } from './monthly-actual.ts'
import { recruitmentSeries, targetLine } from './recruitment-series.ts'
import type { RecruitmentTarget } from './recruitment-target.ts'
import { recruitmentToDate } from './recruitment-to-date.ts'
import { timeAdjustedRatio } from './time-adjusted-ratio.ts'

/** 73 participants in the year 2026: one every five days. */
const plan: RecruitmentTarget = {
  agreedOn: '2025-10-01',
  target: 73,
  opensOn: '2026-01-01',
  plannedCloseOn: '2027-01-01',
}
const leeds: RecruitingSite = { siteId: 'leeds', opensOn: '2026-01-01', closedOn: null }
const york: RecruitingSite = { siteId: 'york', opensOn: '2026-03-10', closedOn: null }
const returned = (siteId: string, month: string, recruited: number): MonthlyReturn => ({ siteId, month, recruited })

const asOf = '2026-05-11'
const siteMonths = monthlyActuals({
  sites: [leeds, york],
  returns: [
    returned('leeds', '2026-01', 4),
    returned('leeds', '2026-02', 0),
    returned('leeds', '2026-03', 2),
    returned('york', '2026-03', 1),
    returned('leeds', '2026-04', 3),
  ],
  enrolments: [],
  asOf,
})

describe('recruitmentSeries', () => {
  it('runs month by month beside the plan, keeps silence apart from none, and ends at the day asked about', () => {
    expect(recruitmentSeries(siteMonths, plan, asOf)).toEqual([
      row('2026-01', 4, 'complete', 4, true, 6),
      row('2026-02', 0, 'complete', 4, true, 11.6),
      row('2026-03', 3, 'complete', 7, true, 17.8),
      row('2026-04', 3, 'partial', 10, false, 23.8),
      row('2026-05', null, 'inProgress', 10, false, 30),
    ])
  })

  it('ends on the total', () => {
    const last = recruitmentSeries(siteMonths, plan, asOf).at(-1)
    expect(last?.cumulative).toBe(recruitmentToDate(siteMonths, asOf).recruited)
  })

  it('has no plan beside it where none is agreed', () => {
    const series = recruitmentSeries(siteMonths, null, asOf)
    expect(series.map(({ expectedCumulative }) => expectedCumulative)).toEqual([null, null, null, null, null])
  })

  it('starts with the plan, where sites open late', () => {
    const late = monthlyActuals({ sites: [york], returns: [], enrolments: [], asOf })
    const series = recruitmentSeries(late, plan, asOf)
    expect(series.map(({ month, reporting }) => [month, reporting])).toEqual([
      ['2026-01', 'noSiteOpen'],
      ['2026-02', 'noSiteOpen'],
      ['2026-03', 'notReturned'],
      ['2026-04', 'notReturned'],
      ['2026-05', 'inProgress'],
    ])
    expect(series.map(({ isCumulativeComplete }) => isCumulativeComplete)).toEqual([true, true, false, false, false])
  })

  it('does not call a return missing that is not due yet, though another site has sent one', () => {
    const returns = [returned('leeds', '2026-03', 1), returned('york', '2026-03', 1), returned('leeds', '2026-04', 2)]
    const reporting = (today: string) =>
      recruitmentSeries(monthlyActuals({ sites: [leeds, york], returns, enrolments: [], asOf: today }), null, today)
        .filter(({ month }) => month === '2026-04')
        .map((month) => month.reporting)
    expect(reporting('2026-04-29')).toEqual(['inProgress'])
    expect(reporting('2026-05-01')).toEqual(['partial'])
  })

  it('is empty where there is neither plan nor site, and before a plan opens', () => {
    expect(recruitmentSeries([], null, asOf)).toEqual([])
    expect(recruitmentSeries([], plan, '2025-12-31')).toEqual([])
  })

  it('rises or stays, adds up, and has each month once', () => {
    const rows = fc.uniqueArray(fc.record({ month: fc.integer({ min: 1, max: 5 }), recruited: fc.nat({ max: 9 }) }), {
      selector: ({ month }) => month,
    })
    fc.assert(
      fc.property(rows, (drawn) => {
        const returns = drawn.map(({ month, recruited }) => returned('leeds', `2026-0${month}`, recruited))
        const actual = monthlyActuals({ sites: [leeds], returns, enrolments: [], asOf })
        const series = recruitmentSeries(actual, plan, asOf)
        const cumulative = series.map((month) => month.cumulative)
        expect(cumulative).toEqual(cumulative.toSorted((a, b) => a - b))
        expect(cumulative.at(-1)).toBe(drawn.reduce((sum, { recruited }) => sum + recruited, 0))
        expect(series.map(({ month }) => month)).toEqual(['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'])
      }),
    )
  })
})

describe('the line of the plan', () => {
  it('goes on from the months that have been to those to come without a kink in the month in progress', () => {
    const drawn = recruitmentSeries(siteMonths, plan, asOf).map((month) => month.expectedCumulative)
    expect(drawn).toEqual(
      targetLine(plan)
        .slice(0, drawn.length)
        .map((month) => month.expectedCumulative),
    )
  })

  it('leaves the ratio to compare with what is expected by the day asked about', () => {
    const result = timeAdjustedRatio(10, plan, asOf)
    expect(result).toMatchObject({ kind: 'rated', expectedToDate: 26 })
  })
})

describe('targetLine', () => {
  it('leads from opening to the whole target at planned close', () => {
    const line = targetLine(plan)
    expect(line).toHaveLength(13)
    expect(line[0]).toEqual({ month: '2026-01', expectedCumulative: 6 })
    expect(line.at(-2)).toEqual({ month: '2026-12', expectedCumulative: 72.8 })
    expect(line.at(-1)).toEqual({ month: '2027-01', expectedCumulative: 73 })
  })
})

describe('recruitmentToDate', () => {
  it('adds up what is known and counts what is missing', () => {
    expect(recruitmentToDate(siteMonths, asOf)).toEqual({
      recruited: 10,
      siteMonthsNotReturned: 1,
      lastRecruitedOn: '2026-04-30',
      reportedThrough: '2026-04-30',
    })
  })

  it('does not know the total where nobody reported', () => {
    const silent = monthlyActuals({ sites: [york], returns: [], enrolments: [], asOf })
    expect(recruitmentToDate(silent, asOf)).toEqual({
      recruited: null,
      siteMonthsNotReturned: 2,
      lastRecruitedOn: null,
      reportedThrough: null,
    })
    expect(recruitmentToDate([], asOf)).toMatchObject({ recruited: null, siteMonthsNotReturned: 0 })
  })

  it('knows the day of the last recruit from referrals, and only the month from a return', () => {
    const enrolments = [{ siteId: 'leeds', enrolledOn: '2026-05-04' }]
    const byReferral = monthlyActuals({ sites: [leeds], returns: [], enrolments, asOf })
    expect(recruitmentToDate(byReferral, asOf).lastRecruitedOn).toBe('2026-05-04')
    const more = monthlyActuals({ sites: [leeds], returns: [returned('leeds', '2026-05', 2)], enrolments, asOf })
    expect(recruitmentToDate(more, asOf).lastRecruitedOn).toBe(asOf)
  })

  it('is reported through the months that follow the last recruit without a silent one', () => {
    const returns = [returned('leeds', '2026-01', 2), returned('leeds', '2026-02', 0), returned('leeds', '2026-04', 0)]
    const gap = monthlyActuals({ sites: [leeds], returns, enrolments: [], asOf })
    expect(recruitmentToDate(gap, asOf)).toMatchObject({
      lastRecruitedOn: '2026-01-31',
      reportedThrough: '2026-02-28',
    })
    const filled = monthlyActuals({
      sites: [leeds],
      returns: [...returns, returned('leeds', '2026-03', 0), returned('leeds', '2026-05', 0)],
      enrolments: [],
      asOf: addDays(asOf, 1),
    })
    expect(recruitmentToDate(filled, addDays(asOf, 1)).reportedThrough).toBe('2026-05-12')
  })
})

function row(
  month: string,
  recruited: number | null,
  reporting: string,
  cumulative: number,
  isCumulativeComplete: boolean,
  expectedCumulative: number,
) {
  return { month, recruited, reporting, cumulative, isCumulativeComplete, expectedCumulative }
}
