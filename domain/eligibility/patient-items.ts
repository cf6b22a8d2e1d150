import type { CalendarDate } from '../identity/calendar-date.ts'
import { stoodBefore } from './correction-chain.ts'
import { enteredItems } from './entered-item.ts'
import type { EnteredItem } from './new-patient-item.ts'
import type { PatientRecord } from './patient-record.ts'
import { type WindowedItem, windowedItems } from './recorded-items.ts'
import { rowContents, type ValueInWords } from './row-content.ts'
import { allRows } from './row-now.ts'

/** A recorded value for those who may correct it. */
export interface PatientItem extends WindowedItem {
  /** What was recorded, in the parts in which a correction is sent. */
  readonly entered: EnteredItem
  /** What it corrects, and what would stand again if that correction was a mistake; null where it corrects nothing. */
  readonly before: ValueBefore | null
}

interface ValueBefore extends ValueInWords {
  readonly source: string
}

/** `windowedItems` with the parts of each row, and what stood before it. */
export function patientItems(record: PatientRecord, asOf: CalendarDate): PatientItem[] {
  const entered = enteredItems(record)
  const rows = allRows(record)
  const contents = rowContents(record)
  return windowedItems(record, asOf).flatMap((item) => {
    const parts = entered.get(item.itemId)
    return parts === undefined ? [] : [{ ...item, entered: parts, before: beforeOf(item.itemId) }]
  })

  function beforeOf(itemId: string): ValueBefore | null {
    const row = stoodBefore(rows, itemId)
    const content = row === null ? undefined : contents.get(row.id)
    if (row === null || content === undefined) return null
    const { label, valueText, on } = content
    return { label, valueText, on, source: row.source }
  }
}
