import { factName } from './fact-name.ts'
import type { Treatment } from './patient-record.ts'
import { surgicalProcedures, treatmentSites } from './treatment-words.ts'
import type { Choice } from './value-shape.ts'

/** The parts that belong to some kinds of treatment only. */
export type TreatmentPart =
  | 'classes'
  | 'hasAllClasses'
  | 'line'
  | 'isOngoing'
  | 'cycles'
  | 'halfLifeDays'
  | 'procedure'
  | 'margin'
  | 'site'

/** An operation is one day's event and has no drug; only drugs have lines and half-lives, and no place in the body. */
export const partsOfKind: Readonly<Record<Treatment['kind'], readonly TreatmentPart[]>> = {
  systemic: ['classes', 'hasAllClasses', 'line', 'isOngoing', 'cycles', 'halfLifeDays'],
  radiotherapy: ['classes', 'hasAllClasses', 'isOngoing', 'cycles', 'site'],
  surgery: ['procedure', 'margin', 'site'],
}

export const treatmentKinds: readonly (Choice & { readonly value: Treatment['kind'] })[] = [
  { value: 'systemic', label: 'Systemic treatment' },
  { value: 'radiotherapy', label: 'Radiotherapy' },
  { value: 'surgery', label: 'Surgery' },
]

const procedureLabels: Readonly<Record<string, string>> = {
  'primary-resection': 'Removal of the primary tumour',
  major: 'Other major surgery',
  minor: 'Minor surgery',
}

/** What operations are recorded as and criteria ask for; taking out the primary tumour is major surgery too. */
export const procedureChoices = surgicalProcedures.map((value) => ({
  value,
  label: procedureLabels[value] ?? factName(value),
}))

/** What was treated, seen from a trial that would measure or treat a lesion. */
export const siteChoices = treatmentSites.map((value) => ({ value, label: factName(value) }))
