import {
  type NormalisedCode,
  normaliseIcd10,
  normaliseMorphology,
  normaliseTopography,
} from '../cancer/normalise-code.ts'
import type { CalendarDate } from '../identity/calendar-date.ts'
import { diagnosisRow } from './diagnosis-row.ts'
import { dateFaults, fault, type ItemFault } from './item-fault.ts'
import type { NewDiagnosis } from './new-patient-item.ts'
import type { PatientRecord } from './patient-record.ts'

/** Codes that can be read, at least one of them, and a day in the patient's life. */
export function checkNewDiagnosis(record: PatientRecord, item: NewDiagnosis, asOf: CalendarDate): readonly ItemFault[] {
  const row = diagnosisRow(item, record.diagnoses.find(({ id }) => id === item.replaces) ?? null)
  const codes = [
    ...codeFaults('/icd10', item.icd10, normaliseIcd10),
    ...codeFaults('/topography', item.topography, normaliseTopography),
    ...codeFaults('/morphology', item.morphology, normaliseMorphology),
  ]
  const isUncoded = row.icd10 === null && row.topography === null && row.morphology === null
  return [
    ...codes,
    ...(isUncoded
      ? fault('/morphology', 'The diagnosis has no code: give the morphology, the topography or ICD-10')
      : []),
    ...(item.diagnosedOn == null ? [] : dateFaults('/diagnosedOn', item.diagnosedOn, record, asOf)),
  ]
}

function codeFaults(
  pointer: string,
  code: string | null | undefined,
  read: (code: string) => NormalisedCode<unknown>,
): readonly ItemFault[] {
  if (code == null) return []
  const found = read(code)
  return found.kind === 'error' ? fault(pointer, found.message) : []
}
