import type { CalendarDate } from '../identity/calendar-date.ts'
import { type OpposingRow, opposingRows } from './opposing-rows.ts'
import type { PatientRecord } from './patient-record.ts'
import { type RecordedItem, recordedItems } from './recorded-items.ts'

/** A record that says otherwise than a value that has just been recorded. Named after the contract's schema. */
export interface OpposingRecord extends Pick<OpposingRow, 'how'> {
  /** The row that has just been recorded. */
  readonly itemId: string
  readonly record: RecordedItem
}

/**
 * What the record holds against rows that have just been recorded in it. What they are about is not known until one of each
 * two is corrected or taken back: whoever records the second has to be told, because nothing is refused.
 */
export function opposingRecords(
  record: PatientRecord,
  itemIds: readonly string[],
  asOf: CalendarDate,
): readonly OpposingRecord[] {
  const opposing = opposingRows(record)
  const shown = new Map(recordedItems(record, asOf).map((item) => [item.itemId, item]))
  return itemIds.flatMap((itemId) =>
    opposing(itemId).flatMap(({ rowId, how }) => {
      const item = shown.get(rowId)
      return item === undefined ? [] : [{ itemId, how, record: item }]
    }),
  )
}
