import type { CalendarDate } from '../identity/calendar-date.ts'
import { enteredItems } from './entered-item.ts'
import type { EnteredItem } from './new-patient-item.ts'
import type { PatientRecord } from './patient-record.ts'
import { type RecordedItem, recordedItems } from './recorded-items.ts'

/** A recorded value for those who may correct it. */
export interface PatientItem extends RecordedItem {
  /** What was recorded, in the parts in which a correction is sent. */
  readonly entered: EnteredItem
}

/** `recordedItems` with the parts of each row. */
export function patientItems(record: PatientRecord, asOf: CalendarDate): PatientItem[] {
  const entered = enteredItems(record)
  return recordedItems(record, asOf).flatMap((item) => {
    const parts = entered.get(item.itemId)
    return parts === undefined ? [] : [{ ...item, entered: parts }]
  })
}
