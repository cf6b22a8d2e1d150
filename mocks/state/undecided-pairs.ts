import { caseloadKey } from '#domain/data-gaps/caseload-item.ts'
import { hasDataMissing } from '#domain/data-gaps/has-data-missing.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { HeldPatient } from './held-patient.ts'

/** A pair of a patient and a trial that has data missing. */
export interface UndecidedPair {
  readonly patientId: string
  /** What could change it, as a caseload counts it. */
  readonly keys: ReadonlySet<string>
  /** One answer would settle it: nothing else could change it, it is not put off, and no text has a say. */
  readonly isSettledByOne: boolean
}

export function undecidedPairs(patient: HeldPatient, asOf: CalendarDate): readonly UndecidedPair[] {
  return patient
    .screening(asOf)
    .filter(({ isBasket, assessment: { outcome, undecided } }) =>
      hasDataMissing({ isBasket, outcome, openItems: undecided.length }),
    )
    .map(({ assessment: { undecided, settledBy } }) => ({
      patientId: patient.patientId,
      keys: new Set(undecided.map(({ key }) => caseloadKey(key))),
      isSettledByOne: settledBy !== null,
    }))
}
