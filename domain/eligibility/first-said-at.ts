import type { Provenance } from './patient-record.ts'

/**
 * When the result that a row tells was first recorded. To correct a result does not make it a later one than another of
 * the same day.
 */
export function firstSaidAt<Row extends Provenance>(rows: readonly Row[]): (row: Row) => string {
  if (rows.every(({ replaces }) => replaces === null)) return ({ recordedAt }) => recordedAt
  const byId = new Map(rows.map((row) => [row.id, row]))
  return (row) => {
    let first = row
    // Nothing is corrected before it was recorded; rows that name each other so come to an end.
    for (let before = earlierOf(byId, row); before !== undefined; before = earlierOf(byId, before)) first = before
    return first.recordedAt
  }
}

function earlierOf<Row extends Provenance>(byId: ReadonlyMap<string, Row>, row: Row): Row | undefined {
  const before = byId.get(row.replaces ?? '')
  return before !== undefined && Date.parse(before.recordedAt) < Date.parse(row.recordedAt) ? before : undefined
}
