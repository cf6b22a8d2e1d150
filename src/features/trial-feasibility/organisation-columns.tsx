import type { components } from '#api/schema.ts'
import { distanceText } from '../../format/distance.ts'
import { draftCountText, suppressedCountText, type WriteCount } from '../../format/suppressed-count.ts'
import type { DataColumn } from '../../ui/data-table.tsx'
import { Tag } from '../../ui/tag.tsx'

type Feasibility = components['schemas']['Feasibility']
type Organisation = Feasibility['organisations'][number]

/** One hospital, or all whose numbers are suppressed together. */
export interface FeasibilityRow {
  readonly id: string
  readonly name: string
  readonly isOwn: boolean
  readonly distance: string
  readonly cells: readonly [possible: string, needsData: string, notYet: string, notMatched: string]
}

/** Exactly what is shown, in the table and in the file. */
export function feasibilityRows({ organisations, total }: Feasibility, isDraft: boolean): readonly FeasibilityRow[] {
  const writeCount = isDraft ? draftCountText : suppressedCountText
  const rows = organisations.map((each) => ({
    id: each.organisation.organisationId,
    name: each.organisation.name,
    isOwn: each.isOwn,
    distance: distanceText(each.distanceKm),
    cells: each.isTooFew && !isDraft ? fewCells : cellsOf(each, writeCount),
  }))
  const hasOwn = organisations.some(({ isOwn }) => isOwn)
  if (total === null || rows.length < 2) return rows
  const name = hasOwn ? 'All other hospitals' : 'All hospitals'
  return [...rows, { id: 'total', name, isOwn: false, distance: '', cells: cellsOf(total, writeCount) }]
}

function cellsOf(
  { possible, needsData, notYet, notMatched }: Pick<Organisation, 'possible' | 'needsData' | 'notYet' | 'notMatched'>,
  writeCount: WriteCount,
) {
  return [writeCount(possible), writeCount(needsData), writeCount(notYet), writeCount(notMatched)] as const
}

/** From 1 to 7 patients in all: which of the four they are is not said. In a draft there may be nobody: "0 to 7" each. */
const fewCells = ['Too few', 'Too few', 'Too few', 'Too few'] as const

const outcomeHeaders = ['Possible', 'Needs data', 'Not yet', 'Does not fit'] as const

export function csvHeader(hasDistances: boolean): string[] {
  return ['Hospital', ...(hasDistances ? ['Distance'] : []), ...outcomeHeaders]
}

export function csvRow({ name, distance, cells }: FeasibilityRow, hasDistances: boolean): string[] {
  return [name, ...(hasDistances ? [distance] : []), ...cells]
}

/** A trial that takes patients nowhere has no distances. */
export const columnsWithoutDistance: readonly DataColumn<FeasibilityRow>[] = [
  {
    id: 'hospital',
    header: 'Hospital',
    isRowHeader: true,
    cell: ({ name, isOwn }) => (
      <>
        {name} {isOwn ? <Tag colour="white">Your hospital, exact</Tag> : null}
      </>
    ),
  },
  ...outcomeHeaders.map(
    (header, index): DataColumn<FeasibilityRow> => ({
      id: header,
      header,
      isNumeric: true,
      isUnbroken: true,
      cell: ({ cells }) => cells[index],
    }),
  ),
]

export const organisationColumns: readonly DataColumn<FeasibilityRow>[] = columnsWithoutDistance.toSpliced(1, 0, {
  id: 'distance',
  header: 'Distance',
  isNumeric: true,
  isUnbroken: true,
  cell: ({ distance }) => distance,
})
