import type { PartialDate } from '../identity/calendar-date.ts'
import { displayDate } from '../identity/date-words.ts'
import { valuesUpTo } from './correction-chain.ts'
import { currentRows } from './current-rows.ts'
import { deriveDiagnosis } from './derive-diagnosis.ts'
import type { ItemContent } from './item-content.ts'
import { itemOfAssertion } from './item-of-assertion.ts'
import { itemOfBiomarker } from './item-of-biomarker.ts'
import { itemOfDiagnosis } from './item-of-diagnosis.ts'
import { itemOfObservation } from './item-of-observation.ts'
import { itemOfTreatment } from './item-of-treatment.ts'
import type { PatientRecord } from './patient-record.ts'

/** A value of the past in words. Named after the contract's schema. */
export interface ValueInWords {
  readonly label: string
  readonly valueText: string
  readonly on: PartialDate | null
}

/** What every row says, by its id, whether it stands or not; a diagnosis is named as what it has become is. */
export function rowContents(record: PatientRecord): ReadonlyMap<string, ItemContent> {
  const { diagnoses } = record
  const index = deriveDiagnosis(currentRows(diagnoses))
  const ofIndex = new Set(index === null ? [] : valuesUpTo(diagnoses, index.rowId))
  return new Map<string, ItemContent>([
    ...diagnoses.map((row) => [row.id, itemOfDiagnosis(row, row.isIndex || ofIndex.has(row))] as const),
    ...record.observations.map((row) => [row.id, itemOfObservation(row)] as const),
    ...record.treatments.map((row) => [row.id, itemOfTreatment(row)] as const),
    ...record.biomarkers.map((row) => [row.id, itemOfBiomarker(row)] as const),
    ...record.assertions.map((row) => [row.id, itemOfAssertion(row)] as const),
  ])
}

/** "Platelets: 35 ×10⁹/L on 21-Nov-2026". */
export function sentenceOfValue({ label, valueText, on }: ValueInWords): string {
  return `${label}: ${valueText}${on === null ? '' : ` on ${displayDate(on)}`}`
}
