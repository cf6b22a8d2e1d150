import { opposingRows, otherResultsOfDay } from './opposing-rows.ts'
import type { PatientRecord } from './patient-record.ts'
import type { SettlingValue } from './what-would-settle.ts'

/** Whether one of the items rests on records that speak against one another, so that the record has to be looked at. */
export function hasOpposing(settling: readonly Pick<SettlingValue, 'opposing'>[]): boolean {
  return settling.some(({ opposing }) => opposing.length > 0)
}

/**
 * The items with every row that speaks against the one that was looked at: what settles them is that the wrong one is
 * corrected or taken back, and one more record would only stand beside them. A row that nothing speaks against is none.
 */
export function nameOpposing(settling: readonly SettlingValue[], record: PatientRecord): SettlingValue[] {
  const against = opposingRows(record)
  return settling.map((item) => {
    const rowIds = item.opposing.flatMap((rowId) => {
      const others = [...against(rowId).map((other) => other.rowId), ...otherResultsOfDay(record, rowId)]
      return others.length === 0 ? [] : [rowId, ...others]
    })
    return { ...item, opposing: [...new Set(rowIds)] }
  })
}
