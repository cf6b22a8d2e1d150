import { type Selectable, sql } from 'kysely'
import type { PatientRecord } from '#domain/eligibility/patient-record.ts'
import { patientWishes } from '#domain/patient-wishes/patient-wishes.ts'
import type {
  AssertionTable,
  BiomarkerTable,
  DiagnosisTable,
  ObservationTable,
  PatientTable,
  TreatmentTable,
} from '../database/tables/patient-tables.ts'
import type { PatientWishEventTable } from '../database/tables/wish-tables.ts'
import { toWishEvent } from '../patient-rows/wish-event-mapping.ts'
import type { Trx } from '../plugins/operation.ts'
import {
  fromAssertion,
  fromBiomarker,
  fromDiagnosis,
  fromObservation,
  fromTreatment,
  toAssertion,
  toBiomarker,
  toDiagnosis,
  toObservation,
  toTreatment,
} from './patient-row-mapping.ts'

/** Bind parameters of one statement are limited; so many rows of the widest table stay well below. */
const rowsPerStatement = 1000

/** Adds the source rows of patients that exist already. Rows are only ever added. */
export async function addPatientRows(trx: Trx, records: readonly PatientRecord[]): Promise<void> {
  const of = <Row, Out>(pick: (record: PatientRecord) => readonly Row[], map: (patientId: string, row: Row) => Out) =>
    records.flatMap((record) => pick(record).map((row) => map(record.patientId, row)))

  await inSlices(
    of(({ diagnoses }) => diagnoses, fromDiagnosis),
    (rows) => trx.insertInto('diagnosis').values(rows).execute(),
  )
  await inSlices(
    of(({ observations }) => observations, fromObservation),
    (rows) => trx.insertInto('observation').values(rows).execute(),
  )
  await inSlices(
    of(({ treatments }) => treatments, fromTreatment),
    (rows) => trx.insertInto('treatment').values(rows).execute(),
  )
  await inSlices(
    of(({ biomarkers }) => biomarkers, fromBiomarker),
    (rows) => trx.insertInto('biomarker').values(rows).execute(),
  )
  await inSlices(
    of(({ assertions }) => assertions, fromAssertion),
    (rows) => trx.insertInto('assertion').values(rows).execute(),
  )
}

async function inSlices<Row>(rows: readonly Row[], insert: (slice: Row[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    await insert(rows.slice(start, start + rowsPerStatement))
  }
}

/** Everything recorded about some patients; identifiers that belong to nobody are left out. */
export async function readPatientRecords(trx: Trx, patientIds: readonly string[]): Promise<PatientRecord[]> {
  // One statement, and a list of each sort: six of them take three times as long, and rows of their own longer still.
  const { rows } = await sql<PatientWithRows>`
    select patient_id, born_on, died_on, sex, is_sensitive, ${listOf('diagnosis')} as diagnoses,
      ${listOf('observation')} as observations, ${listOf('treatment')} as treatments,
      ${listOf('biomarker')} as biomarkers, ${listOf('assertion')} as assertions,
      ${listOf('patient_wish_event')} as wishes
    from patient where patient_id = any (${[...patientIds]}::uuid[])`.execute(trx)
  return rows.map((row) => ({
    patientId: row.patient_id,
    bornOn: row.born_on,
    sex: row.sex,
    diedOn: row.died_on,
    diagnoses: (row.diagnoses ?? []).map(withInstant).map(toDiagnosis),
    observations: (row.observations ?? []).map(withInstant).map(toObservation),
    treatments: (row.treatments ?? []).map(withInstant).map(toTreatment),
    biomarkers: (row.biomarkers ?? []).map(withInstant).map(toBiomarker),
    assertions: (row.assertions ?? []).map(withInstant).map(toAssertion),
    researchWishes: wishesOf(row.wishes ?? []),
    isSensitive: row.is_sensitive,
  }))
}

type PersonColumns = 'patient_id' | 'born_on' | 'died_on' | 'sex' | 'is_sensitive'

interface PatientWithRows extends Pick<Selectable<PatientTable>, PersonColumns> {
  readonly diagnoses: Rows<DiagnosisTable>
  readonly observations: Rows<ObservationTable>
  readonly treatments: Rows<TreatmentTable>
  readonly biomarkers: Rows<BiomarkerTable>
  readonly assertions: Rows<AssertionTable>
  readonly wishes: Rows<PatientWishEventTable>
}

/** As JSON writes them, where an instant is text; null where there are none. */
type Rows<Table> = readonly (Omit<Selectable<Table>, 'recorded_at'> & { readonly recorded_at: string })[] | null

function listOf(table: 'diagnosis' | 'observation' | 'treatment' | 'biomarker' | 'assertion' | 'patient_wish_event') {
  return sql`(select json_agg(held) from ${sql.table(table)} held where held.patient_id = patient.patient_id)`
}

function wishesOf(rows: NonNullable<Rows<PatientWishEventTable>>): PatientRecord['researchWishes'] {
  const inOrder = rows.toSorted((a, b) => a.sequence - b.sequence)
  return patientWishes(inOrder.map(withInstant).map(toWishEvent)).research
}

function withInstant<Row extends { readonly recorded_at: string }>(
  row: Row,
): Omit<Row, 'recorded_at'> & { recorded_at: Date } {
  return { ...row, recorded_at: new Date(row.recorded_at) }
}
