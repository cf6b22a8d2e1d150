import type { DisclosurePolicy } from './disclosure-policy.ts'
import { suppressCount } from './suppress-count.ts'

/** One row of a table as it is shown, its cells in the order of the columns. */
export interface ShownRow {
  /** Null: hidden. */
  readonly cells: readonly (number | null)[]
  /** So few people in all that nothing is broken down: each cell may be nobody. */
  readonly isTooFew: boolean
}

/**
 * Which columns may have a total, rounded like a cell, beside rows of which everybody counts once. A total that all
 * hidden cells at their most, or at their least, would give a value of its own is left out: four cells of "1 to 7" under
 * a total of 30 are all 7. That is decided by what the rows show and by nothing else, so a total that is left out says no
 * more than the rows do, and one person more or less who leaves the rows as they are changes nothing.
 *
 * A row in which no number is shown is known to have few people, or at least so many, in all its columns together. With
 * totals of two of its columns that would narrow the one by the other, so such a row is hidden in one totalled column at
 * most. Every other cell is then free of all others but those of its own column, and of these one can always take the
 * place of another. The first columns come first.
 */
export function safeTotals(rows: readonly ShownRow[], policy: DisclosurePolicy): readonly boolean[] {
  const tied = rows.filter(({ cells, isTooFew }) => isTooFew || !cells.some((count) => count !== null && count > 0))
  const taken = new Set<ShownRow>()
  return (rows[0]?.cells ?? []).map((_, column) => {
    const isHidden = ({ cells }: ShownRow) => cells[column] === null
    if (!rows.some(isHidden)) return true
    const bound = tied.filter(isHidden)
    if (bound.some((row) => taken.has(row)) || !isSafeColumn(rows, column, policy)) return false
    for (const row of bound) taken.add(row)
    return true
  })
}

/** Whether the least and the most that the cells can come to are each shown as another sum is shown. */
function isSafeColumn(rows: readonly ShownRow[], column: number, policy: DisclosurePolicy): boolean {
  const bounds = rows.map(({ cells, isTooFew }) =>
    isTooFew ? { least: 0, most: policy.hidesUpTo } : boundsOf(cells[column] ?? null, policy),
  )
  const least = bounds.reduce((sum, each) => sum + each.least, 0)
  const most = bounds.reduce((sum, each) => sum + each.most, 0)
  const looksAlike = (a: number, b: number) => suppressCount(a, policy) === suppressCount(b, policy)
  return looksAlike(least, least + 1) && looksAlike(most, most - 1)
}

/** The true numbers that are shown so. */
export function boundsOf(
  shown: number | null,
  { hidesFrom, hidesUpTo, roundTo }: DisclosurePolicy,
): { readonly least: number; readonly most: number } {
  if (shown === null) return { least: hidesFrom, most: hidesUpTo }
  if (shown === 0) return { least: 0, most: 0 }
  const reach = (roundTo - 1) / 2
  return { least: Math.max(hidesUpTo + 1, shown - reach), most: shown + reach }
}
