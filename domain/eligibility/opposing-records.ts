import type { CalendarDate } from '../identity/calendar-date.ts'
import type { TrialAssessment } from './assess-trial.ts'
import { contradictedRows } from './contradicted-rows.ts'
import { type OpposingRow, opposingRows, otherResultsOfDay } from './opposing-rows.ts'
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
 * two is corrected or taken back: whoever records the second has to be told, because nothing is refused. A test can be
 * repeated on a day, so that two of its results are held against one another only where a criterion of one of the trials
 * (`assessments`) lies between them.
 */
export function opposingRecords(
  record: PatientRecord,
  itemIds: readonly string[],
  asOf: CalendarDate,
  assessments: Iterable<Pick<TrialAssessment, 'criteria'>>,
): readonly OpposingRecord[] {
  const opposing = opposingRows(record)
  const shown = new Map(recordedItems(record, asOf).map((item) => [item.itemId, item]))
  const contradicted = contradictedRows(assessments)
  return itemIds.flatMap((itemId) =>
    [...opposing(itemId), ...differingResults(itemId)].flatMap(({ rowId, how }) => {
      const item = shown.get(rowId)
      return item === undefined ? [] : [{ itemId, how, record: item }]
    }),
  )

  function differingResults(itemId: string): readonly OpposingRow[] {
    const known = new Set(opposing(itemId).map(({ rowId }) => rowId))
    const others = otherResultsOfDay(record, itemId)
    const isContradicted = [itemId, ...others].some((rowId) => contradicted.has(rowId))
    return isContradicted
      ? others.filter((rowId) => !known.has(rowId)).map((rowId) => ({ rowId, how: 'saysOtherwise' }))
      : []
  }
}
