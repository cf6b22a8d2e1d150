import type { Entry } from './entry-form.ts'
import { entryOfRecordedTest } from './entry-of-biomarker.ts'
import { entryOfRecordedDiagnosis } from './entry-of-diagnosis.ts'
import { entryOfRecordedFinding } from './entry-of-finding.ts'
import { entryOfRecordedAssertion } from './entry-of-item.ts'
import { entryOfTreatment } from './entry-of-treatment.ts'
import type { EnteredItem } from './new-patient-item.ts'

/** A recorded row that the patient's own hospital may correct. */
export interface CorrectableRow {
  readonly itemId: string
  readonly entered: EnteredItem
}

/**
 * How a recorded row is corrected: by the form that it could have been recorded with, filled with what is recorded. The
 * travel limit has a form of its own.
 */
export function entryOfRow({ itemId, entered }: CorrectableRow): Entry {
  switch (entered.kind) {
    case 'observation':
      return entryOfRecordedFinding(itemId, entered)
    case 'biomarker':
      return entryOfRecordedTest(itemId, entered)
    case 'assertion':
      return entryOfRecordedAssertion(itemId, entered)
    case 'treatment':
      return entryOfTreatment(itemId, entered)
    case 'diagnosis':
      return entryOfRecordedDiagnosis(itemId, entered)
  }
}
