import type { components } from '#api/schema.ts'
import { monthName } from '../../format/dates.ts'

type TrialRecruitment = components['schemas']['TrialRecruitment']
type RecruitmentMonth = components['schemas']['RecruitmentMonth']

/** One month as the chart draws it and the table states it. Null is not known, or not yet. */
export type ChartMonth = {
  readonly month: string
  readonly name: string
  /** False for months after today, which have a plan only. */
  readonly isPast: boolean
  readonly recruited: number | null
  readonly reporting: RecruitmentMonth['reporting'] | null
  /** Recruited so far while every site has reported. */
  readonly complete: number | null
  /** Recruited so far as far as is known; joins the complete line at its last month. */
  readonly incomplete: number | null
  /** Recruited so far in a month in which returns are missing. */
  readonly missing: number | null
  /** Planned by the end of the month, not rounded: the line is straight. */
  readonly planned: number | null
}

/** The months that have been, then those of the target line that are still to come. */
export function chartMonths({ months, targetLine }: Pick<TrialRecruitment, 'months' | 'targetLine'>): ChartMonth[] {
  const past = months.map((month, index) => pastMonth(month, months[index + 1]))
  const last = months.at(-1)?.month
  const future = targetLine.filter(({ month }) => last === undefined || month > last).map(futureMonth)
  return [...past, ...future]
}

function pastMonth(month: RecruitmentMonth, next: RecruitmentMonth | undefined): ChartMonth {
  const { cumulative, isCumulativeComplete, expectedCumulative, reporting } = month
  const startsIncomplete = isCumulativeComplete && next !== undefined && !next.isCumulativeComplete
  return {
    month: month.month,
    name: monthName(month.month),
    isPast: true,
    recruited: month.recruited,
    reporting,
    complete: isCumulativeComplete ? cumulative : null,
    incomplete: !isCumulativeComplete || startsIncomplete ? cumulative : null,
    missing: reporting === 'notReturned' || reporting === 'partial' ? cumulative : null,
    planned: expectedCumulative,
  }
}

function futureMonth({ month, expectedCumulative }: TrialRecruitment['targetLine'][number]): ChartMonth {
  return {
    month,
    name: monthName(month),
    isPast: false,
    recruited: null,
    reporting: null,
    complete: null,
    incomplete: null,
    missing: null,
    planned: expectedCumulative,
  }
}
