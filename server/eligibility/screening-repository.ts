import type { Insertable } from 'kysely'
import { countCriteria } from '#domain/eligibility/assemble-candidate.ts'
import { assessTrial, type TrialAssessment } from '#domain/eligibility/assess-trial.ts'
import { noAnswersYet } from '#domain/eligibility/known-answers.ts'
import { offeredTrials } from '#domain/eligibility/offered-trials.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { ScreeningTable } from '../database/tables/trial-tables.ts'
import type { Trx } from '../plugins/operation.ts'
import { countCandidates, recountCandidates } from './candidate-count-repository.ts'
import { type HeldFacts, readPatientFacts } from './facts-repository.ts'
import { factsVersion, rulesVersion } from './facts-version.ts'
import { readHeldTrial, readOpenTrials, type VersionedTrial } from './held-trials-repository.ts'

/** Bind parameters of one statement are limited; so many rows stay well below. */
const rowsPerStatement = 500

/**
 * Assesses patients against every open trial and stores the answers in place of those before: one row for each trial
 * that is offered, and the counts. Give the transaction that changed the patients.
 */
export async function screenPatients(trx: Trx, patientIds: readonly string[], asOf: CalendarDate): Promise<void> {
  if (patientIds.length === 0) return
  const locked = await lockPatients(trx, patientIds)
  const facts = await readPatientFacts(trx, locked)
  const trials = await readOpenTrials(trx)
  const rows = [...facts].flatMap(([patientId, held]) => screeningRows(patientId, held, trials, asOf))
  await trx.deleteFrom('screening').where('patient_id', 'in', locked).execute()
  await insertRows(trx, rows)
  await countCandidates(trx, locked, asOf)
}

/**
 * Assesses the next `limit` patients after `afterPatientId`, in the order of their ids, against one trial. Returns the
 * last of them, or null when none is left. A trial that is not open any more loses its rows.
 */
export async function rescreenTrialSlice(
  trx: Trx,
  trialId: string,
  afterPatientId: string | null,
  limit: number,
  asOf: CalendarDate,
): Promise<string | null> {
  const patientIds = await nextPatients(trx, afterPatientId, limit)
  const last = patientIds.at(-1)
  if (last === undefined) return null
  const trial = await readHeldTrial(trx, trialId)
  const facts = await readPatientFacts(trx, patientIds)
  const trials = trial === null ? [] : [trial]
  const rows = [...facts].flatMap(([patientId, held]) => screeningRows(patientId, held, trials, asOf))
  await trx.deleteFrom('screening').where('trial_id', '=', trialId).where('patient_id', 'in', patientIds).execute()
  await insertRows(trx, rows)
  await recountCandidates(trx, patientIds)
  return last
}

/** The version of a trial, or null where there is none. Nobody stores another until the transaction ends. */
export async function readTrialVersion(trx: Trx, trialId: string): Promise<number | null> {
  const row = await trx
    .selectFrom('trial')
    .select('version')
    .where('trial_id', '=', trialId)
    .forShare()
    .executeTakeFirst()
  return row?.version ?? null
}

/** The next patients in the order of their ids, locked so that nobody changes their facts meanwhile. */
export async function nextPatients(trx: Trx, afterPatientId: string | null, limit: number): Promise<string[]> {
  const rows = await trx
    .selectFrom('patient')
    .select('patient_id')
    .$if(afterPatientId !== null, (query) => query.where('patient_id', '>', afterPatientId))
    .orderBy('patient_id')
    .limit(limit)
    .forUpdate()
    .execute()
  return rows.map(({ patient_id }) => patient_id)
}

/** Always in the order of the ids, so that two transactions never wait for each other. */
async function lockPatients(trx: Trx, patientIds: readonly string[]): Promise<string[]> {
  const rows = await trx
    .selectFrom('patient')
    .select('patient_id')
    .where('patient_id', 'in', [...patientIds])
    .orderBy('patient_id')
    .forUpdate()
    .execute()
  return rows.map(({ patient_id }) => patient_id)
}

type ScreeningRow = Insertable<ScreeningTable>

function screeningRows(
  patientId: string,
  { organisationId, facts }: HeldFacts,
  trials: readonly VersionedTrial[],
  asOf: CalendarDate,
): ScreeningRow[] {
  const { specific, baskets } = offeredTrials(facts, trials)
  const answers = noAnswersYet(facts, asOf)
  return [...specific, ...baskets].map((trial) => ({
    ...keyColumns(patientId, organisationId, trial),
    ...answerColumns(assessTrial(facts, trial, asOf, [], answers), baskets.includes(trial)),
    as_of: asOf,
  }))
}

function keyColumns(patientId: string, organisationId: string, { trialId, version }: VersionedTrial) {
  return {
    patient_id: patientId,
    trial_id: trialId,
    organisation_id: organisationId,
    facts_version: factsVersion,
    trial_version: version,
    rules_version: rulesVersion,
  }
}

/** Of a trial for many cancers the grade says no more than that, and keeps it out of the counts. */
function answerColumns({ criteria, diagnosisGrade, outcome, undecided, blocking }: TrialAssessment, isBasket: boolean) {
  const { canBeMetFrom, expiresOn, cohort } = criteria
  return {
    diagnosis_grade: isBasket ? 'basket' : diagnosisGrade,
    outcome,
    undecided: undecided.map(({ label }) => label),
    summary: JSON.stringify({ criteria: countCriteria(criteria), blocking, cohort, canBeMetFrom, expiresOn }),
  }
}

async function insertRows(trx: Trx, rows: readonly ScreeningRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    await trx
      .insertInto('screening')
      .values(rows.slice(start, start + rowsPerStatement))
      .execute()
  }
}
