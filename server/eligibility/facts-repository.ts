import { type Insertable, sql } from 'kysely'
import { deriveFacts } from '#domain/eligibility/derive-facts.ts'
import type { PatientFacts } from '#domain/eligibility/patient-facts.ts'
import type { PatientRecord } from '#domain/eligibility/patient-record.ts'
import { worklistFacts } from '#domain/eligibility/worklist-facts.ts'
import { keptPlan } from '../database/kept-plan.ts'
import type { PatientFactsTable } from '../database/tables/patient-tables.ts'
import type { Trx } from '../plugins/operation.ts'
import { factColumns } from './fact-columns.ts'
import { factsVersion } from './facts-version.ts'
import { readPatientRecords } from './patient-rows-repository.ts'

/** Everything recorded about one patient of an organisation. */
export interface OrganisationRecord {
  readonly organisationId: string
  readonly record: PatientRecord
}

/** The facts of one patient as they are now. */
export interface HeldFacts {
  readonly organisationId: string
  readonly facts: PatientFacts
}

/** With the team that the patient is in the care of now. */
export interface PlacedFacts extends HeldFacts {
  readonly teamId: string | null
}

/** Bind parameters of one statement are limited to 65,535; so many rows of a hundred columns stay well below. */
const rowsPerStatement = 250

/** Facts just stored in place of others. */
export interface ReplacedFacts extends HeldFacts {
  /** Null where there was nothing, or where an older version had derived it. */
  readonly before: PatientFacts | null
}

/** Stores the facts that the rows give, in the transaction that wrote the rows. Facts stored before are replaced. */
export async function writePatientFacts(trx: Trx, records: readonly OrganisationRecord[], now: Date): Promise<void> {
  const rows = records.map((entry) => toRow(entry, now))
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    await replaceRows(trx, rows.slice(start, start + rowsPerStatement)).execute()
  }
}

/** The same for one patient whom the caller holds, with what that replaced. */
export async function replacePatientFacts(trx: Trx, entry: OrganisationRecord, now: Date): Promise<ReplacedFacts> {
  const { organisationId, record } = entry
  const stored = await replaceRows(
    trx.with('former', (query) =>
      query
        .selectFrom('patient_facts')
        .select('facts')
        .where('patient_id', '=', record.patientId)
        .where('facts_version', '=', factsVersion),
    ),
    [toRow(entry, now)],
  )
    .returning(['facts', sql<PatientFacts | null>`(select facts from former)`.as('before')])
    .modifyEnd(keptPlan)
    .executeTakeFirstOrThrow()
  return { organisationId, ...stored }
}

function replaceRows(query: Pick<Trx, 'insertInto'>, rows: readonly Insertable<PatientFactsTable>[]) {
  const columns = Object.keys(rows[0] ?? {}).filter((name) => name !== 'patient_id')
  const replaced = Object.fromEntries(columns.map((name) => [name, sql.ref(`excluded.${name}`)]))
  return query
    .insertInto('patient_facts')
    .values(rows)
    .onConflict((conflict) => conflict.column('patient_id').doUpdateSet(replaced))
}

/**
 * Reads the rows of some patients and stores their facts anew. Returns what they replaced, by patient: null where there
 * was nothing, or where an older version had derived it.
 */
export async function refreshPatientFacts(
  trx: Trx,
  patientIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, PatientFacts | null>> {
  if (patientIds.length === 0) return new Map()
  const owners = await trx
    .selectFrom('patient')
    .leftJoin('patient_facts', 'patient_facts.patient_id', 'patient.patient_id')
    .select(['patient.patient_id', 'patient.organisation_id', 'facts', 'facts_version'])
    .where('patient.patient_id', 'in', [...patientIds])
    .orderBy('patient.patient_id')
    .forNoKeyUpdate('patient')
    .execute()
  const organisationOf = new Map(owners.map((row) => [row.patient_id, row.organisation_id]))
  const records = await readPatientRecords(trx, patientIds)
  const known = records.flatMap((record) => {
    const organisationId = organisationOf.get(record.patientId)
    return organisationId === undefined ? [] : [{ organisationId, record }]
  })
  await writePatientFacts(trx, known, now)
  return new Map(owners.map((row) => [row.patient_id, row.facts_version === factsVersion ? row.facts : null]))
}

/** The facts of some patients by id. Facts that an older version stored are derived anew from the rows. */
export async function readPatientFacts(
  trx: Trx,
  patientIds: readonly string[],
): Promise<ReadonlyMap<string, PlacedFacts>> {
  if (patientIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('patient_facts')
    .innerJoin('patient', 'patient.patient_id', 'patient_facts.patient_id')
    .select(['patient_facts.patient_id', 'patient_facts.organisation_id', 'team_id', 'facts', 'facts_version'])
    .where('patient_facts.patient_id', 'in', [...patientIds])
    .modifyEnd(keptPlan)
    .execute()
  const outdated = rows.filter((row) => row.facts_version !== factsVersion).map((row) => row.patient_id)
  const records = outdated.length === 0 ? [] : await readPatientRecords(trx, outdated)
  const derived = new Map(records.map((record) => [record.patientId, deriveFacts(record)]))
  return new Map(
    rows.map(({ patient_id, organisation_id, team_id, facts }) => [
      patient_id,
      { organisationId: organisation_id, teamId: team_id, facts: derived.get(patient_id) ?? facts },
    ]),
  )
}

function toRow({ organisationId, record }: OrganisationRecord, now: Date): Insertable<PatientFactsTable> {
  const facts = deriveFacts(record)
  const worklist = worklistFacts(facts)
  return {
    patient_id: record.patientId,
    organisation_id: organisationId,
    facts: JSON.stringify(facts),
    facts_version: factsVersion,
    derived_at: now,
    cancer_type_id: worklist.cancerTypeId,
    match_grade: worklist.matchGrade,
    diagnosed_on: worklist.diagnosedOn,
    stage_text: worklist.stage?.text ?? null,
    stage_on: worklist.stage?.on ?? null,
    ecog: worklist.ecog?.value ?? null,
    ecog_on: worklist.ecog?.on ?? null,
    missing: [...worklist.missing],
    cancer_exact: [...(facts.diagnosis?.exact ?? [])],
    cancer_group: [...(facts.diagnosis?.group ?? [])],
    cancer_possible: [...(facts.diagnosis?.possible ?? [])],
    refuses_research: facts.researchRefusals.all,
    refused_trials: [...facts.researchRefusals.trialIds],
    is_uncoded: facts.diagnosis === null || facts.diagnosis.isUncoded,
    ...factColumns(facts),
  }
}
