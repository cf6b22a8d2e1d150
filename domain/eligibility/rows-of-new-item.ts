import { stoodBefore } from './correction-chain.ts'
import { diagnosisRow } from './diagnosis-row.ts'
import { findingShape } from './finding-shape.ts'
import { geneSymbol } from './gene-symbol.ts'
import type { EnteredItem, NewObservation, NewPatientItem, NewWithdrawal } from './new-patient-item.ts'
import type { Observation, PatientRecord, Provenance } from './patient-record.ts'
import { treatmentRow } from './treatment-row.ts'

/** Who records, when, and under which name the row is kept. */
export type Recording = Pick<Provenance, 'id' | 'recordedBy' | 'recordedAt'>

export type Rows = Pick<PatientRecord, 'diagnoses' | 'observations' | 'treatments' | 'biomarkers' | 'assertions'>

/** The one row that an item adds. It needs the record for what a correction leaves as it was, and a withdrawal repeats. */
export function rowsOfNewItem(record: PatientRecord, item: NewPatientItem, recording: Recording): Rows {
  if (item.kind !== 'withdrawal') return rowsOfEntry(record, item, recording)
  return item.restores === true ? restorationOf(record, item, recording) : withdrawalOf(record, item, recording)
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
      const { type, marker, hgvsP, allele, result, value, unit, isCentralReview, reportedOn } = item
      const genes = item.genes.map(geneSymbol)
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
      // What is taken back may itself have been brought back: why that was done belongs to it alone.
      .map((row) => ({ ...row, ...recording, replaces, restorationReason: undefined, withdrawalReason: reason.trim() }))
  return ofEverySort(record, taken)
}

/** What stood before the row, once more, with why the row was a mistake: see `Provenance`. */
function restorationOf(record: PatientRecord, { replaces, reason }: NewWithdrawal, recording: Recording): Rows {
  const restored = <Row extends Provenance>(rows: readonly Row[]) => {
    const before = stoodBefore(rows, replaces)
    return before === null ? [] : [{ ...before, ...recording, replaces, restorationReason: reason.trim() }]
  }
  return ofEverySort(record, restored)
}

function ofEverySort(record: PatientRecord, pick: <Row extends Provenance>(rows: readonly Row[]) => Row[]): Rows {
  return {
    diagnoses: pick(record.diagnoses),
    observations: pick(record.observations),
    treatments: pick(record.treatments),
    biomarkers: pick(record.biomarkers),
    assertions: pick(record.assertions),
  }
}

export const noRows: Rows = { diagnoses: [], observations: [], treatments: [], biomarkers: [], assertions: [] }

/** The names of the rows. */
export function rowIds({ diagnoses, observations, treatments, biomarkers, assertions }: Rows): readonly string[] {
  return [...diagnoses, ...observations, ...treatments, ...biomarkers, ...assertions].map(({ id }) => id)
}

/** The record, or the part of one, with further rows behind those it has. */
export function withRows<Some extends Rows>(record: Some, rows: Rows): Some {
  return {
    ...record,
    diagnoses: [...record.diagnoses, ...rows.diagnoses],
    observations: [...record.observations, ...rows.observations],
    treatments: [...record.treatments, ...rows.treatments],
    biomarkers: [...record.biomarkers, ...rows.biomarkers],
    assertions: [...record.assertions, ...rows.assertions],
  }
}
