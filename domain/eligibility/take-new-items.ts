import type { CalendarDate } from '../identity/calendar-date.ts'
import { displayDate } from '../identity/date-words.ts'
import { checkNewItem } from './check-new-item.ts'
import { factName } from './fact-name.ts'
import type { ItemFault } from './item-fault.ts'
import type { NewObservation, NewPatientItem } from './new-patient-item.ts'
import type { PatientRecord } from './patient-record.ts'
import { noRows, type Recording, type Rows, rowsOfNewItem, withRows } from './rows-of-new-item.ts'

/** The rows that several items add, or, where anything speaks against one of them, everything that does and no rows. */
export type TakenItems =
  | { readonly kind: 'taken'; readonly rows: Rows }
  | { readonly kind: 'refused'; readonly faults: readonly ItemFault[] }

interface Taking {
  readonly asOf: CalendarDate
  /** One for each item, in their order. */
  readonly recordings: readonly Recording[]
}

/**
 * Takes several items for one patient, all or none. Each is checked as it is alone, beside the record with those before it,
 * so that no row is corrected twice. A fault points into its item: "/items/2/value".
 */
export function takeNewItems(
  record: PatientRecord,
  items: readonly NewPatientItem[],
  { asOf, recordings }: Taking,
): TakenItems {
  const faults: ItemFault[] = []
  let rows = noRows
  let recorded = record
  items.forEach((item, place) => {
    const recording = recordings[place]
    if (recording === undefined) throw new Error(`Item ${place} of ${items.length} has no recording.`)
    const found = [...checkNewItem(recorded, item, asOf), ...repeated(items, item, place)]
    faults.push(...found.map(({ pointer, message }) => ({ pointer: `/items/${place}${pointer}`, message })))
    if (found.length > 0) return
    const added = rowsOfNewItem(recorded, item, recording)
    rows = withRows(rows, added)
    recorded = withRows(recorded, added)
  })
  return faults.length > 0 ? { kind: 'refused', faults } : { kind: 'taken', rows }
}

/** Rows of one request are equally new: of two results of one day nobody could say which is the later. */
function repeated(items: readonly NewPatientItem[], item: NewPatientItem, place: number): readonly ItemFault[] {
  if (!isNewFinding(item)) return []
  const isBefore = items
    .slice(0, place)
    .filter(isNewFinding)
    .some(
      ({ observationKind, code, observedOn }) =>
        observationKind === item.observationKind && code === item.code && observedOn === item.observedOn,
    )
  if (!isBefore) return []
  const message = `${factName(item.code)} of ${displayDate(item.observedOn)} stands in this request twice: send it once`
  return [{ pointer: '/code', message }]
}

function isNewFinding(item: NewPatientItem): item is NewObservation {
  return item.kind === 'observation' && item.replaces === undefined
}
