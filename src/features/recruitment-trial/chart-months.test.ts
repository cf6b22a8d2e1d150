import { describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { chartMonths } from './chart-months.ts'
import { chartSentence } from './chart-sentence.ts'
import { monthRow } from './month-table.ts'

type Month = components['schemas']['RecruitmentMonth']

const month = (name: string, cumulative: number, more: Partial<Month> = {}): Month => ({
  month: name,
  recruited: 1,
  reporting: 'complete',
  cumulative,
  isCumulativeComplete: true,
  expectedCumulative: 2.5,
  ...more,
})
const silent = { recruited: null, reporting: 'notReturned', isCumulativeComplete: false } as const
const series = [
  month('2026-08', 1),
  month('2026-09', 2),
  month('2026-10', 2, silent),
  month('2026-11', 3, { reporting: 'partial', isCumulativeComplete: false }),
]
const targetLine = [
  { month: '2026-11', expectedCumulative: 9 },
  { month: '2026-12', expectedCumulative: 10.5 },
]

describe('the months of a recruitment chart', () => {
  it('are those that have been, then those of the plan that are still to come, each once', () => {
    const months = chartMonths({ months: series, targetLine })
    expect(months.map(({ name }) => name)).toEqual([
      'August 2026',
      'September 2026',
      'October 2026',
      'November 2026',
      'December 2026',
    ])
    expect(months.map(({ planned }) => planned)).toEqual([2.5, 2.5, 2.5, 2.5, 10.5])
    expect(months.at(-1)).toMatchObject({ isPast: false, complete: null, incomplete: null, missing: null })
  })

  it('change from the solid to the dotted line where returns begin to be missing, without a gap', () => {
    const months = chartMonths({ months: series, targetLine: [] })
    expect(months.map(({ complete }) => complete)).toEqual([1, 2, null, null])
    expect(months.map(({ incomplete }) => incomplete)).toEqual([null, 2, 2, 3])
    expect(months.map(({ missing }) => missing)).toEqual([null, null, 2, 3])
  })

  it('have no dotted line while every site has reported', () => {
    const months = chartMonths({ months: series.slice(0, 2), targetLine: [] })
    expect(months.map(({ incomplete }) => incomplete)).toEqual([null, null])
    expect(chartSentence(months)).toContain('Every site has reported every month.')
  })

  it('say from when on the number may be higher, and whether there is a target at all', () => {
    const untargeted = series.map((one) => ({ ...one, expectedCumulative: null }))
    const sentence = chartSentence(chartMonths({ months: untargeted, targetLine: [] }))
    expect(sentence).toContain('From October 2026 on')
    expect(sentence).toContain('No UK target is agreed')
  })

  it('are tabled with the very numbers of the chart, where nothing returned is never zero', () => {
    expect(chartMonths({ months: series, targetLine }).map(monthRow)).toEqual([
      ['August 2026', 1, 'All returned', 1, 3],
      ['September 2026', 1, 'All returned', 2, 3],
      ['October 2026', null, 'None returned', 'At least 2', 3],
      ['November 2026', 'At least 1', 'Some missing', 'At least 3', 3],
      ['December 2026', 'Not yet', 'Not yet', 'Not yet', 11],
    ])
  })

  it('without an open site or a target say so instead of a number', () => {
    const closed = month('2026-08', 0, { recruited: null, reporting: 'noSiteOpen', expectedCumulative: null })
    expect(chartMonths({ months: [closed], targetLine: [] }).map(monthRow)).toEqual([
      ['August 2026', 'No site open', 'No site open', 0, 'No UK target agreed'],
    ])
  })
})
