import type { Insertable, Selectable } from 'kysely'
import type {
  Assertion,
  Biomarker,
  Diagnosis,
  Observation,
  Provenance,
  Treatment,
} from '#domain/eligibility/patient-record.ts'
import type {
  AssertionTable,
  BiomarkerTable,
  DiagnosisTable,
  ObservationTable,
  TreatmentTable,
} from '../database/tables/patient-tables.ts'

/* The one place where source rows change between their names in SQL and in the domain. */

export function fromDiagnosis(patientId: string, row: Diagnosis): Insertable<DiagnosisTable> {
  return {
    diagnosis_id: row.id,
    ...fromProvenance(patientId, row),
    diagnosed_on: row.diagnosedOn,
    icd10: row.icd10,
    topography: row.topography,
    morphology: row.morphology,
    morphology_system: row.morphologySystem,
    basis: row.basis,
    laterality: row.laterality,
    is_index: row.isIndex,
  }
}

export function toDiagnosis(row: Selectable<DiagnosisTable>): Diagnosis {
  return {
    id: row.diagnosis_id,
    ...toProvenance(row),
    diagnosedOn: row.diagnosed_on,
    icd10: row.icd10,
    topography: row.topography,
    morphology: row.morphology,
    morphologySystem: row.morphology_system,
    basis: row.basis,
    laterality: row.laterality,
    isIndex: row.is_index,
  }
}

export function fromTreatment(patientId: string, row: Treatment): Insertable<TreatmentTable> {
  return {
    treatment_id: row.id,
    ...fromProvenance(patientId, row),
    kind: row.kind,
    name: row.name,
    classes: [...row.classes],
    has_all_classes: row.hasAllClasses,
    setting: row.setting,
    line: row.line,
    started_on: row.startedOn,
    ended_on: row.endedOn,
    is_ongoing: row.isOngoing,
    cycles: row.cycles,
    half_life_days: row.halfLifeDays,
    procedure: row.procedure,
    margin: row.margin,
    site: row.site,
    is_for_index_cancer: row.isForIndexCancer,
  }
}

export function toTreatment(row: Selectable<TreatmentTable>): Treatment {
  return {
    id: row.treatment_id,
    ...toProvenance(row),
    kind: row.kind,
    name: row.name,
    classes: row.classes,
    hasAllClasses: row.has_all_classes,
    setting: row.setting,
    line: row.line,
    startedOn: row.started_on,
    endedOn: row.ended_on,
    isOngoing: row.is_ongoing,
    cycles: row.cycles,
    halfLifeDays: row.half_life_days,
    procedure: row.procedure,
    margin: row.margin,
    site: row.site,
    isForIndexCancer: row.is_for_index_cancer,
  }
}

export function fromBiomarker(patientId: string, row: Biomarker): Insertable<BiomarkerTable> {
  return {
    biomarker_id: row.id,
    ...fromProvenance(patientId, row),
    type: row.type,
    genes: [...row.genes],
    marker: row.marker,
    hgvs_p: row.hgvsP,
    allele: row.allele,
    result: row.result,
    value: row.value,
    unit: row.unit,
    is_central_review: row.isCentralReview,
    reported_on: row.reportedOn,
  }
}

export function toBiomarker(row: Selectable<BiomarkerTable>): Biomarker {
  return {
    id: row.biomarker_id,
    ...toProvenance(row),
    type: row.type,
    genes: row.genes,
    marker: row.marker,
    hgvsP: row.hgvs_p,
    allele: row.allele,
    result: row.result,
    value: row.value,
    unit: row.unit,
    isCentralReview: row.is_central_review,
    reportedOn: row.reported_on,
  }
}

export function fromAssertion(patientId: string, row: Assertion): Insertable<AssertionTable> {
  return {
    assertion_id: row.id,
    ...fromProvenance(patientId, row),
    category: row.category,
    asserted_on: row.assertedOn,
  }
}

export function toAssertion(row: Selectable<AssertionTable>): Assertion {
  return {
    id: row.assertion_id,
    ...toProvenance(row),
    category: row.category,
    assertedOn: row.asserted_on,
  }
}

export function fromObservation(patientId: string, row: Observation): Insertable<ObservationTable> {
  return {
    observation_id: row.id,
    ...fromProvenance(patientId, row),
    kind: row.kind,
    code: row.code,
    unit: row.unit,
    lower_limit: row.lowerLimit,
    upper_limit: row.upperLimit,
    observed_on: row.observedOn,
    value: JSON.stringify({ value: row.value }),
    detail: JSON.stringify(row.detail),
  }
}

export function toObservation(row: Selectable<ObservationTable>): Observation {
  return {
    id: row.observation_id,
    ...toProvenance(row),
    kind: row.kind,
    code: row.code,
    unit: row.unit,
    lowerLimit: row.lower_limit,
    upperLimit: row.upper_limit,
    observedOn: row.observed_on,
    value: row.value.value,
    detail: row.detail,
  }
}

interface ProvenanceColumns {
  readonly source: string
  readonly recorded_by: string
  readonly recorded_at: Date
  readonly replaces: string | null
  readonly withdrawal_reason: string | null
  readonly restoration_reason: string | null
}

function fromProvenance(patientId: string, row: Provenance): ProvenanceColumns & { readonly patient_id: string } {
  return {
    patient_id: patientId,
    source: row.source,
    recorded_by: row.recordedBy,
    recorded_at: new Date(row.recordedAt),
    replaces: row.replaces,
    withdrawal_reason: row.withdrawalReason ?? null,
    restoration_reason: row.restorationReason ?? null,
  }
}

function toProvenance(row: ProvenanceColumns): Omit<Provenance, 'id'> {
  return {
    source: row.source,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at.toISOString(),
    replaces: row.replaces,
    ...(row.withdrawal_reason === null ? {} : { withdrawalReason: row.withdrawal_reason }),
    ...(row.restoration_reason === null ? {} : { restorationReason: row.restoration_reason }),
  }
}
