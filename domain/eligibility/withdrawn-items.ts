import type { PartialDate } from '../identity/calendar-date.ts'
import type { ItemContent, ItemSection } from './item-content.ts'
import { itemOfAssertion } from './item-of-assertion.ts'
import { itemOfBiomarker } from './item-of-biomarker.ts'
import { itemOfDiagnosis } from './item-of-diagnosis.ts'
import { itemOfObservation } from './item-of-observation.ts'
import { itemOfTreatment } from './item-of-treatment.ts'
import type { PatientRecord, Provenance } from './patient-record.ts'

/** A recorded value that somebody took back as recorded in error. Named after the contract's schema. */
export interface WithdrawnItem {
  readonly itemId: string
  readonly section: ItemSection
  readonly label: string
  readonly valueText: string
  readonly on: PartialDate | null
  readonly reason: string
  readonly withdrawnBy: string
  readonly withdrawnAt: string
}

/** What was taken back, the latest first, in the words in which it stood on the record. */
export function withdrawnItems(record: PatientRecord): WithdrawnItem[] {
  return [
    ...itemsOf(record.diagnoses, (row) => itemOfDiagnosis(row, row.isIndex)),
    ...itemsOf(record.observations, itemOfObservation),
    ...itemsOf(record.treatments, itemOfTreatment),
    ...itemsOf(record.biomarkers, itemOfBiomarker),
    ...itemsOf(record.assertions, itemOfAssertion),
  ].toSorted((a, b) => Date.parse(b.withdrawnAt) - Date.parse(a.withdrawnAt) || a.label.localeCompare(b.label))
}

function itemsOf<Row extends Provenance>(
  rows: readonly Row[],
  describe: (row: Row) => ItemContent,
): readonly WithdrawnItem[] {
  return rows.flatMap((row) => {
    const { replaces, withdrawalReason: reason, recordedBy, recordedAt } = row
    if (replaces === null || reason === undefined) return []
    const { section, label, valueText, on } = describe(row)
    return [
      { itemId: replaces, section, label, valueText, on, reason, withdrawnBy: recordedBy, withdrawnAt: recordedAt },
    ]
  })
}
