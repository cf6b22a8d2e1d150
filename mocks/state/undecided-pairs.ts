import { caseloadKey } from '#domain/data-gaps/caseload-item.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { HeldPatient } from './held-patient.ts'

/** A trial of the patient's own cancer that does not fail and in which something could still change the outcome. */
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
    .filter(({ isBasket, assessment }) => !isBasket && assessment.undecided.length > 0)
    .map(({ assessment: { undecided, settledBy } }) => ({
      patientId: patient.patientId,
      keys: new Set(undecided.map(({ key }) => caseloadKey(key))),
      isSettledByOne: settledBy !== null,
    }))
}
