import { findingShape } from './finding-shape.ts'
import type {
  EnteredItem,
  NewAssertion,
  NewBiomarker,
  NewDiagnosis,
  NewObservation,
  NewTreatment,
} from './new-patient-item.ts'
import type { Assertion, Biomarker, Diagnosis, Observation, PatientRecord, Treatment } from './patient-record.ts'

/** Every row of a record in the parts in which it would be sent to be recorded, by the id of the row. */
export function enteredItems(record: PatientRecord): ReadonlyMap<string, EnteredItem> {
  return new Map<string, EnteredItem>([
    ...record.diagnoses.map((row) => [row.id, enteredDiagnosis(row)] as const),
    ...record.observations.map((row) => [row.id, enteredObservation(row)] as const),
    ...record.treatments.map((row) => [row.id, enteredTreatment(row)] as const),
    ...record.biomarkers.map((row) => [row.id, enteredBiomarker(row)] as const),
    ...record.assertions.map((row) => [row.id, enteredAssertion(row)] as const),
  ])
}

/** A morphology in another system than ICD-O-3 is left out, and with it stays as it was. */
function enteredDiagnosis(row: Diagnosis): NewDiagnosis {
  const { icd10, topography, morphology, morphologySystem, basis, diagnosedOn, source } = row
  const own = morphologySystem === 'snomed-ct' ? {} : { morphology }
  return { kind: 'diagnosis', icd10, topography, ...own, basis, diagnosedOn, source }
}

/** Parts that this service does not ask for are left out, and stay as they were. */
function enteredObservation(row: Observation): NewObservation {
  const { kind: observationKind, code, value, unit, lowerLimit, upperLimit, observedOn, source } = row
  const asked = findingShape(observationKind, code)?.details ?? {}
  const detail = Object.fromEntries(Object.entries(row.detail).filter(([name]) => Object.hasOwn(asked, name)))
  return {
    kind: 'observation',
    observationKind,
    code,
    value,
    unit,
    lowerLimit,
    upperLimit,
    observedOn,
    detail,
    source,
  }
}

function enteredTreatment(row: Treatment): NewTreatment {
  const {
    kind: treatmentKind,
    name,
    classes,
    hasAllClasses,
    setting,
    line,
    startedOn,
    endedOn,
    isOngoing,
    cycles,
  } = row
  const { halfLifeDays, procedure, margin, site, isForIndexCancer, source } = row
  const course = {
    treatmentKind,
    name,
    classes: [...classes],
    hasAllClasses,
    setting,
    line,
    startedOn,
    endedOn,
    isOngoing,
    cycles,
  }
  return { kind: 'treatment', ...course, halfLifeDays, procedure, margin, site, isForIndexCancer, source }
}

function enteredBiomarker(row: Biomarker): NewBiomarker {
  const { type, genes, marker, hgvsP, allele, result, value, unit, isCentralReview, reportedOn, source } = row
  const test = { type, genes: [...genes], marker, hgvsP, allele, result, value, unit, isCentralReview, reportedOn }
  return { kind: 'biomarker', ...test, source }
}

function enteredAssertion({ category, assertedOn, source }: Assertion): NewAssertion {
  return { kind: 'assertion', category, assertedOn, source }
}
