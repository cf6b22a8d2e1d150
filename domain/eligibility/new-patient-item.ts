import type { CalendarDate, PartialDate } from '../identity/calendar-date.ts'
import type { Assertion, Biomarker, Diagnosis, Observation, ObservationKind, Treatment } from './patient-record.ts'

/** What somebody adds to a record, corrects or takes back. Named after the contract's schemas. */
export type NewPatientItem = EnteredItem | NewWithdrawal

/** One dated value that is added, or that corrects one. */
export type EnteredItem = NewObservation | NewBiomarker | NewAssertion | NewTreatment | NewDiagnosis

interface NewItem {
  /** The document or system that it comes from. */
  readonly source: string
  /** The row that it corrects, which is kept. */
  readonly replaces?: string
}

export interface NewObservation
  extends NewItem,
    Pick<Observation, 'code' | 'value' | 'unit' | 'lowerLimit' | 'upperLimit' | 'observedOn'> {
  readonly kind: 'observation'
  readonly observationKind: ObservationKind
  readonly detail?: Observation['detail']
}

export interface NewBiomarker
  extends NewItem,
    Pick<Biomarker, 'type' | 'marker' | 'hgvsP' | 'allele' | 'result' | 'value' | 'unit' | 'isCentralReview'> {
  readonly kind: 'biomarker'
  readonly genes: string[]
  readonly reportedOn: CalendarDate
}

export interface NewAssertion extends NewItem, Pick<Assertion, 'category' | 'assertedOn'> {
  readonly kind: 'assertion'
}

/** What a correction leaves out stays as it was. */
export interface NewTreatment extends NewItem {
  readonly kind: 'treatment'
  readonly treatmentKind?: Treatment['kind']
  readonly name?: string
  readonly classes?: string[]
  /** Says that it belongs to no further class; with other classes than before it has to be said again. */
  readonly hasAllClasses?: boolean
  readonly setting?: Treatment['setting']
  readonly line?: number | null
  readonly startedOn?: CalendarDate | null
  readonly endedOn?: CalendarDate | null
  readonly isOngoing?: boolean
  readonly cycles?: number | null
  readonly halfLifeDays?: number | null
  /** One of `surgicalProcedures`. */
  readonly procedure?: string | null
  readonly margin?: Treatment['margin']
  /** One of `treatmentSites`. */
  readonly site?: string | null
  readonly isForIndexCancer?: boolean
}

/** What a correction leaves out stays as it was. */
export interface NewDiagnosis extends NewItem {
  readonly kind: 'diagnosis'
  readonly icd10?: string | null
  readonly topography?: string | null
  readonly morphology?: string | null
  readonly basis?: Diagnosis['basis']
  readonly diagnosedOn?: PartialDate | null
}

/** Takes back a row of whatever sort that was recorded in error; the row is kept. */
export interface NewWithdrawal {
  readonly kind: 'withdrawal'
  readonly replaces: string
  readonly reason: string
  /** Of a correction it has to be said whether what stood before it was right, and counts again. */
  readonly restores?: boolean
}
