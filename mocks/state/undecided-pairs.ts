import { caseloadKey } from '#domain/data-gaps/caseload-item.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { HeldPatient } from './held-patient.ts'

/** A trial of the patient's own cancer that does not fail and in which something is open. */
export interface UndecidedPair {
  readonly patientId: string
  /** What is open, as a caseload counts it. */
  readonly keys: ReadonlySet<string>
  /** One answer would settle it: nothing else is open or puts the patient off, and no text is left to read. */
  readonly isSettledByOne: boolean
}

export function undecidedPairs(patient: HeldPatient, asOf: CalendarDate): readonly UndecidedPair[] {
  return patient
    .screening(asOf)
    .filter(({ isBasket, assessment }) => !isBasket && assessment.undecided.length > 0)
    .map(({ assessment: { undecided, criteria, outcome } }) => ({
      patientId: patient.patientId,
      keys: new Set(undecided.map(({ key }) => caseloadKey(key))),
      isSettledByOne: undecided.length === 1 && criteria.counts.toRead === 0 && outcome !== 'notYet',
    }))
}
