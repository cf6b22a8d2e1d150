import { expectedInTable } from '#domain/recruitment/recruitment-sentence.ts'
import type { ChartCell } from '../../ui/chart-frame.tsx'
import type { ChartMonth } from './chart-months.ts'

export const monthColumns = ['Month', 'Recruited', 'Returns', 'Recruited so far', 'Planned by month end'] as const

/** The numbers behind the chart, one row a month. What was planned is a whole number, as the sentence counts it. */
export function monthRow(month: ChartMonth): readonly [string, ...ChartCell[]] {
  const planned = month.planned === null ? 'No UK target agreed' : expectedInTable(month.planned)
  if (!month.isPast || month.reporting === null) return [month.name, 'Not yet', 'Not yet', 'Not yet', planned]
  const soFar = month.complete ?? `At least ${month.incomplete}`
  return [month.name, recruitedText(month), reportingWords[month.reporting], soFar, planned]
}

function recruitedText({ recruited, reporting }: ChartMonth): ChartCell {
  if (recruited === null) return reporting === 'noSiteOpen' ? 'No site open' : null
  return reporting === 'partial' ? `At least ${recruited}` : recruited
}

/** What the sites have reported of a month. */
export const reportingWords = {
  complete: 'All returned',
  partial: 'Some missing',
  inProgress: 'Month in progress',
  notReturned: 'None returned',
  noSiteOpen: 'No site open',
} as const satisfies Record<NonNullable<ChartMonth['reporting']>, string>
