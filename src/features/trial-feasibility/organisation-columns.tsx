import type { components } from '#api/schema.ts'
import { type CountName, countNames } from '#domain/feasibility/feasibility-counts.ts'
import { distanceText } from '../../format/distance.ts'
import { draftCountText, suppressedCountText, type WriteCount } from '../../format/suppressed-count.ts'
import type { DataColumn } from '../../ui/data-table.tsx'
import { Muted } from '../../ui/muted.tsx'
import { Tag } from '../../ui/tag.tsx'
import { totalTexts } from './total-texts.ts'

type Feasibility = components['schemas']['Feasibility']
type Organisation = Feasibility['organisations'][number]

/** One hospital, or all whose numbers are suppressed together. */
export interface FeasibilityRow {
  readonly id: string
  readonly name: string
  readonly isOwn: boolean
  readonly distance: string
  /** Named below the table instead of in it: its five cells would all say the same. */
  readonly folded: 'nobody' | 'few' | null
  /** Possible, to read, needs data, not yet, does not fit. */
  readonly cells: readonly string[]
}

/** Exactly what is shown, in the file row by row. */
export function feasibilityRows(feasibility: Feasibility, isDraft: boolean): readonly FeasibilityRow[] {
  const { organisations } = feasibility
  const writeCount = isDraft ? draftCountText : suppressedCountText
  const rows = organisations.map((each) => ({
    id: each.isOwn ? 'own' : each.organisation.organisationId,
    name: isOfOtherTeams(each, organisations) ? `${each.organisation.name}, other teams` : each.organisation.name,
    isOwn: each.isOwn,
    distance: distanceText(each.distanceKm),
    folded: foldOf(each),
    cells: each.isTooFew && !isDraft ? fewCells : cellsOf(each, writeCount),
  }))
  const hasOwn = organisations.some(({ isOwn }) => isOwn)
  const totals = totalTexts(feasibility, isDraft)
  if (totals === null || rows.length < 2) return rows
  const hasOtherTeams = organisations.some((each) => isOfOtherTeams(each, organisations))
  const others = hasOtherTeams ? 'All others' : 'All other hospitals'
  const name = hasOwn ? others : 'All hospitals'
  return [
    ...rows,
    { id: 'total', name, isOwn: false, distance: '', folded: null, cells: countNames.map((each) => totals[each]) },
  ]
}

/** Whether these patients are at the caller's hospital, in the care of others. */
export function isOfOtherTeams(each: Organisation, organisations: readonly Organisation[]): boolean {
  const own = organisations.find(({ isOwn }) => isOwn)
  return !each.isOwn && own?.organisation.organisationId === each.organisation.organisationId
}

function foldOf(each: Organisation): FeasibilityRow['folded'] {
  if (each.isOwn) return null
  if (each.isTooFew) return 'few'
  return countNames.every((name) => each[name] === 0) ? 'nobody' : null
}

/** The rows that say something of their own; the total stands above the table already where all of it is hidden. */
export function tableRows(rows: readonly FeasibilityRow[]): readonly FeasibilityRow[] {
  return rows.filter(
    ({ id, folded, cells }) =>
      folded === null && !(id === 'total' && cells.every((cell) => cell === draftCountText(null))),
  )
}

function cellsOf(counts: Pick<Organisation, CountName>, writeCount: WriteCount): readonly string[] {
  return countNames.map((name) => writeCount(counts[name]))
}

const tooFew = 'Too few'

/** From 1 to 7 patients in all: which of the five they are is not said. In a draft there may be nobody: "0 to 7" each. */
const fewCells = countNames.map(() => tooFew)

const outcomeHeaders = ['Possible', 'To read', 'Needs data', 'Not yet', 'Not matched'] as const

function Count({ children }: { readonly children: string | undefined }) {
  const isSetBack = children === draftCountText(null) || children === tooFew
  return isSetBack ? <Muted>{children}</Muted> : children
}

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
        {name} {isOwn ? <Tag colour="white">Your patients, exact</Tag> : null}
      </>
    ),
  },
  ...outcomeHeaders.map(
    (header, index): DataColumn<FeasibilityRow> => ({
      id: header,
      header,
      isNumeric: true,
      isUnbroken: true,
      cell: ({ cells }) => <Count>{cells[index]}</Count>,
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
