import type { PatientRecord } from '#domain/eligibility/patient-record.ts'
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
  const ids = [...patientIds]
  const patients = await trx
    .selectFrom('patient')
    .select(['patient_id', 'born_on', 'died_on', 'sex'])
    .where('patient_id', 'in', ids)
    .execute()
  const diagnoses = await trx.selectFrom('diagnosis').selectAll().where('patient_id', 'in', ids).execute()
  const observations = await trx.selectFrom('observation').selectAll().where('patient_id', 'in', ids).execute()
  const treatments = await trx.selectFrom('treatment').selectAll().where('patient_id', 'in', ids).execute()
  const biomarkers = await trx.selectFrom('biomarker').selectAll().where('patient_id', 'in', ids).execute()
  const assertions = await trx.selectFrom('assertion').selectAll().where('patient_id', 'in', ids).execute()
  const rows = {
    diagnoses: Map.groupBy(diagnoses, ({ patient_id }) => patient_id),
    observations: Map.groupBy(observations, ({ patient_id }) => patient_id),
    treatments: Map.groupBy(treatments, ({ patient_id }) => patient_id),
    biomarkers: Map.groupBy(biomarkers, ({ patient_id }) => patient_id),
    assertions: Map.groupBy(assertions, ({ patient_id }) => patient_id),
  }
  return patients.map(({ patient_id, born_on, died_on, sex }) => ({
    patientId: patient_id,
    bornOn: born_on,
    sex,
    diedOn: died_on,
    diagnoses: (rows.diagnoses.get(patient_id) ?? []).map(toDiagnosis),
    observations: (rows.observations.get(patient_id) ?? []).map(toObservation),
    treatments: (rows.treatments.get(patient_id) ?? []).map(toTreatment),
    biomarkers: (rows.biomarkers.get(patient_id) ?? []).map(toBiomarker),
    assertions: (rows.assertions.get(patient_id) ?? []).map(toAssertion),
  }))
}
