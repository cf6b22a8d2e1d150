import type { HeldTrial } from '../../../domain/eligibility/assess-trial.ts'
import type { PatientRecord } from '../../../domain/eligibility/patient-record.ts'
import type { Tri } from '../../../domain/eligibility/tri.ts'

/** One way to screen a caseload. What can be made ready once for a set of trials is done before it is handed out. */
export interface ScreeningEngine {
  readonly name: string
  /** Screens every patient it has against every trial. */
  screen(): Promise<ScreeningRun>
}

export interface ScreeningRun {
  /** Pairs of patient and trial that were decided. */
  readonly pairs: number
  /** What it says of a pair; an engine of two values never says unknown. */
  answer(patientId: string, trialId: string): Tri
}

/** The patients that every engine screens, and the trials. */
export interface Comparison {
  readonly patients: readonly PatientRecord[]
  readonly trials: readonly HeldTrial[]
  readonly asOf: string
}

/** Verdicts in lists of one per trial, in the order of the patients. */
export function runOfColumns(
  { patients, trials }: Pick<Comparison, 'patients' | 'trials'>,
  columns: ReadonlyMap<string, readonly Tri[]>,
): ScreeningRun {
  const places = new Map(patients.map(({ patientId }, index) => [patientId, index]))
  return {
    pairs: patients.length * trials.length,
    answer(patientId, trialId) {
      const verdict = columns.get(trialId)?.[places.get(patientId) ?? -1]
      if (verdict === undefined) throw new RangeError(`Patient ${patientId} was not screened against ${trialId}`)
      return verdict
    },
  }
}
