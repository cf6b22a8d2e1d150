import type { Provenance } from './patient-record.ts'

/**
 * The rows that stand: recorded by the instant, where one is given, not replaced by another such row, and not merely the
 * withdrawal of one. A correction that is taken back does not by itself bring back what it corrected, which may have been
 * wrong too: where it was right, a row of its own says it once more.
 */
export function currentRows<Row extends Provenance>(rows: readonly Row[], recordedBy?: string): readonly Row[] {
  const limit = recordedBy === undefined ? Number.POSITIVE_INFINITY : Date.parse(recordedBy)
  if (Number.isNaN(limit)) throw new RangeError(`recordedBy "${recordedBy}" is not an instant: write it as ISO 8601`)
  const known = rows.filter((row) => Date.parse(row.recordedAt) <= limit)
  const replaced = new Set(known.map(({ replaces }) => replaces))
  return known.filter(({ id, withdrawalReason }) => !replaced.has(id) && withdrawalReason === undefined)
}
