import type {
  AssertionFact,
  BiomarkerFact,
  DiagnosisFact,
  OtherMalignancyFact,
  Reading,
  TreatmentFact,
} from './patient-facts.ts'
import { boundOf } from './report-bound.ts'
import type { Evidence } from './verdict.ts'

/** The value as reported ("<5" is no number), date and source of a reading. */
export function evidenceOfReading(reading: Reading): Evidence {
  const { value, unit, on, source, rowId } = reading
  const bound = boundOf(reading)
  return { value: bound === null ? value : `${bound}${value}`, unit, on, source, rowId }
}

/** The last day of a treatment stands for its date; while it goes on, the first day. */
export function evidenceOfTreatment(treatment: TreatmentFact): Evidence {
  const { name, endedOn, startedOn, source, rowId } = treatment
  return { value: name, unit: null, on: endedOn ?? startedOn, source, rowId }
}

export function evidenceOfBiomarker(test: BiomarkerFact): Evidence {
  const { value, result, unit, reportedOn, source, rowId } = test
  return { value: value ?? result, unit: value === null ? null : unit, on: reportedOn, source, rowId }
}

/** The morphology where it is known, as the most telling code; else topography, else ICD-10. */
export function evidenceOfDiagnosis(diagnosis: DiagnosisFact): Evidence {
  const { morphology, topography, icd10, diagnosedOn, source, rowId } = diagnosis
  return { value: morphology ?? topography ?? icd10, unit: null, on: diagnosedOn, source, rowId }
}

export function evidenceOfOtherMalignancy(cancer: OtherMalignancyFact): Evidence {
  const { type, diagnosedOn, source, rowId } = cancer
  return { value: type, unit: null, on: diagnosedOn, source, rowId }
}

export function evidenceOfAssertion(assertion: AssertionFact): Evidence {
  const { on, source, rowId } = assertion
  return { value: true, unit: null, on, source, rowId }
}
