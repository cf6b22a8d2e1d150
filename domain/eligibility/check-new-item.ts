import type { CalendarDate } from '../identity/calendar-date.ts'
import { checkNewBiomarker } from './check-new-biomarker.ts'
import { checkNewDiagnosis } from './check-new-diagnosis.ts'
import { checkNewObservation } from './check-new-observation.ts'
import { checkNewTreatment } from './check-new-treatment.ts'
import { currentRows } from './current-rows.ts'
import { dateFaults, fault, type ItemFault } from './item-fault.ts'
import type { NewPatientItem } from './new-patient-item.ts'
import type { PatientRecord } from './patient-record.ts'

/**
 * Everything that speaks against recording the item for this patient today; empty for an item to be recorded. An item
 * that corrects another names a row of the same sort that still stands, so that a row is never corrected twice.
 */
export function checkNewItem(record: PatientRecord, item: NewPatientItem, asOf: CalendarDate): readonly ItemFault[] {
  const replaced = replacedFaults(record, item)
  if (replaced.length > 0) return replaced
  switch (item.kind) {
    case 'observation':
      return [...checkNewObservation(item), ...dateFaults('/observedOn', item.observedOn, record, asOf)]
    case 'biomarker':
      return [...checkNewBiomarker(item), ...dateFaults('/reportedOn', item.reportedOn, record, asOf)]
    case 'assertion':
      return dateFaults('/assertedOn', item.assertedOn, record, asOf)
    case 'treatment':
      return checkNewTreatment(record, item, asOf)
    case 'diagnosis':
      return checkNewDiagnosis(record, item, asOf)
  }
}

function replacedFaults(record: PatientRecord, item: NewPatientItem): readonly ItemFault[] {
  const { replaces } = item
  if (replaces === undefined || correctableIds(record, item).includes(replaces)) return []
  return fault(
    '/replaces',
    'The row to correct is not among the patient’s rows of this sort, or was corrected meanwhile: reload the page',
  )
}

function correctableIds(record: PatientRecord, item: NewPatientItem): readonly string[] {
  switch (item.kind) {
    case 'observation':
      return currentRows(record.observations)
        .filter(({ kind, code }) => kind === item.observationKind && code === item.code)
        .map(({ id }) => id)
    case 'biomarker':
      return currentRows(record.biomarkers)
        .filter(({ type }) => type === item.type)
        .map(({ id }) => id)
    case 'assertion':
      return currentRows(record.assertions)
        .filter(({ category }) => category === item.category)
        .map(({ id }) => id)
    case 'treatment':
      return currentRows(record.treatments).map(({ id }) => id)
    case 'diagnosis':
      return currentRows(record.diagnoses).map(({ id }) => id)
  }
}
