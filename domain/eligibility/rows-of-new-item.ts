import { diagnosisRow } from './diagnosis-row.ts'
import { findingShape } from './finding-shape.ts'
import type { EnteredItem, NewObservation, NewPatientItem, NewWithdrawal } from './new-patient-item.ts'
import type { Observation, PatientRecord, Provenance } from './patient-record.ts'
import { treatmentRow } from './treatment-row.ts'

/** Who records, when, and under which name the row is kept. */
export type Recording = Pick<Provenance, 'id' | 'recordedBy' | 'recordedAt'>

type Rows = Pick<PatientRecord, 'diagnoses' | 'observations' | 'treatments' | 'biomarkers' | 'assertions'>

/** The one row that an item adds. It needs the record for what a correction leaves as it was, and a withdrawal repeats. */
export function rowsOfNewItem(record: PatientRecord, item: NewPatientItem, recording: Recording): Rows {
  return item.kind === 'withdrawal' ? withdrawalOf(record, item, recording) : rowsOfEntry(record, item, recording)
}

function rowsOfEntry(record: PatientRecord, item: EnteredItem, recording: Recording): Rows {
  const provenance = { ...recording, source: item.source.trim(), replaces: item.replaces ?? null }
  switch (item.kind) {
    case 'observation': {
      const { observationKind: kind, code, value, unit, lowerLimit, upperLimit, observedOn } = item
      const corrected = record.observations.find(({ id }) => id === item.replaces) ?? null
      const detail = detailOf(item, corrected)
      const row = { ...provenance, kind, code, value, unit, lowerLimit, upperLimit, observedOn, detail }
      return { ...noRows, observations: [row] }
    }
    case 'biomarker': {
      const { type, genes, marker, hgvsP, allele, result, value, unit, isCentralReview, reportedOn } = item
      const row = { type, genes, marker, hgvsP, allele, result, value, unit, isCentralReview, reportedOn }
      return { ...noRows, biomarkers: [{ ...provenance, ...row }] }
    }
    case 'assertion': {
      const { category, assertedOn } = item
      return { ...noRows, assertions: [{ ...provenance, category, assertedOn }] }
    }
    case 'treatment': {
      const corrected = record.treatments.find(({ id }) => id === item.replaces) ?? null
      return { ...noRows, treatments: [{ ...provenance, ...treatmentRow(item, corrected) }] }
    }
    case 'diagnosis': {
      const corrected = record.diagnoses.find(({ id }) => id === item.replaces) ?? null
      return { ...noRows, diagnoses: [{ ...provenance, ...diagnosisRow(item, corrected) }] }
    }
  }
}

/** Parts of a finding that this service does not ask for cannot be stated, so a correction leaves them as they were. */
function detailOf({ observationKind, code, detail = {} }: NewObservation, corrected: Observation | null) {
  const asked = findingShape(observationKind, code)?.details ?? {}
  const kept = Object.entries(corrected?.detail ?? {}).filter(([name]) => !Object.hasOwn(asked, name))
  return { ...Object.fromEntries(kept), ...detail }
}

/** The row once more, with why it was recorded in error: see `Provenance`. */
function withdrawalOf(record: PatientRecord, { replaces, reason }: NewWithdrawal, recording: Recording): Rows {
  const taken = <Row extends Provenance>(rows: readonly Row[]) =>
    rows
      .filter(({ id }) => id === replaces)
      .map((row) => ({ ...row, ...recording, replaces, withdrawalReason: reason.trim() }))
  return {
    diagnoses: taken(record.diagnoses),
    observations: taken(record.observations),
    treatments: taken(record.treatments),
    biomarkers: taken(record.biomarkers),
    assertions: taken(record.assertions),
  }
}

const noRows: Rows = { diagnoses: [], observations: [], treatments: [], biomarkers: [], assertions: [] }

/** The record with further rows behind those it has. */
export function withRows(record: PatientRecord, rows: Rows): PatientRecord {
  return {
    ...record,
    diagnoses: [...record.diagnoses, ...rows.diagnoses],
    observations: [...record.observations, ...rows.observations],
    treatments: [...record.treatments, ...rows.treatments],
    biomarkers: [...record.biomarkers, ...rows.biomarkers],
    assertions: [...record.assertions, ...rows.assertions],
  }
}
