import type { Provenance } from './patient-record.ts'

/**
 * The values that lie one upon the other below a row, the row itself last: each was corrected by the one after it. A row
 * that brought a value back lies where that value lay, and the correction that was a mistake is left out. Nobody is thus
 * ever led back to what somebody has called wrong. Empty where there is no such row.
 */
export function valuesUpTo<Row extends Provenance>(rows: readonly Row[], rowId: string): readonly Row[] {
  return chainTo(rows, rowId).reduce<readonly Row[]>(
    (below, row) => [...(row.restorationReason === undefined ? below : below.slice(0, -2)), row],
    [],
  )
}

/** What stood before the row corrected it, and would stand again if the correction was a mistake; null where nothing did. */
export function stoodBefore<Row extends Provenance>(rows: readonly Row[], rowId: string): Row | null {
  return valuesUpTo(rows, rowId).at(-2) ?? null
}

/** Every row that led to one, the first recorded first. Rows that name each other come to an end. */
function chainTo<Row extends Provenance>(rows: readonly Row[], rowId: string): readonly Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const chain = new Set<Row>()
  for (let row = byId.get(rowId); row !== undefined && !chain.has(row); row = byId.get(row.replaces ?? ''))
    chain.add(row)
  return [...chain].toReversed()
}
