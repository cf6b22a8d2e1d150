import { sql } from 'kysely'
import type { VerdictOverride } from '#domain/eligibility/applied-override.ts'
import { assessTrial } from '#domain/eligibility/assess-trial.ts'
import { noAnswersYet } from '#domain/eligibility/known-answers.ts'
import { offeredTrials } from '#domain/eligibility/offered-trials.ts'
import type { PatientFacts } from '#domain/eligibility/patient-facts.ts'
import type { ChangeCause } from '#domain/eligibility/screening-comparison.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { Trx } from '../plugins/operation.ts'
import { countCandidates, recountCandidates } from './candidate-count-repository.ts'
import { explainAnswers } from './explained-answers-repository.ts'
import { readPatientFacts } from './facts-repository.ts'
import { readHeldTrial, readOpenTrials } from './held-trials-repository.ts'
import { type OverridesOf, readOverrides } from './override-repository.ts'
import { shareChangesOfPatients } from './patients-of-trial-repository.ts'
import { screenCaseload } from './screen-caseload-repository.ts'
import { addScreeningChanges, type ScreeningRound } from './screening-change-repository.ts'
import { insertScreeningRows, type ScreenedAnswer } from './screening-rows-repository.ts'
import { readLastScreened, readStoredAnswers, type StoredAnswer } from './stored-answers-repository.ts'

/** When a screening takes place, and what set it off: new data of the patients unless something else is said. */
export interface Screening {
  readonly at?: Date
  readonly cause?: ChangeCause
  /** The facts that have been replaced since the screening before, by patient; null where they are not known. */
  readonly factsBefore?: ReadonlyMap<string, PatientFacts | null>
  /** Clinicians' verdicts as they stood at the screening before; those of now unless something else is said. */
  readonly overridesBefore?: OverridesOf
  /** The account that changed the patients; null or left out where nobody did. What follows from it is no news to them. */
  readonly doneBy?: string | null
}

/**
 * Assesses patients against every open trial and stores the answers in place of those before: one row for each trial
 * that is offered, the counts, and what has changed since the screening before. Give the transaction that changed the
 * patients.
 */
export async function screenPatients(
  trx: Trx,
  patientIds: readonly string[],
  asOf: CalendarDate,
  { at = new Date(), cause = 'patient', doneBy = null, ...before }: Screening = {},
): Promise<void> {
  if (patientIds.length === 0) return
  const locked = await lockPatients(trx, patientIds)
  await lockAnswers(trx, locked)
  await shareChangesOfPatients(trx)
  const trials = await readOpenTrials(trx, asOf)
  const stored = await readStoredAnswers(trx, locked, null)
  await storeAnswers(trx, { ...before, patientIds: locked, stored }, { cause, asOf, at, trials, doneBy }, () =>
    trx.deleteFrom('screening').where('patient_id', 'in', locked).execute(),
  )
  await countCandidates(trx, locked, { asOf, at })
}

/**
 * Assesses some patients, in the order of their ids, against one trial. A trial that is not open any more loses its rows.
 * Returns the last patient done, null where there is none: it stops behind `mostExplained` patients who are left for the
 * evaluator, so that nobody waits long. Those behind may be done already, and are done again.
 */
export async function rescreenTrial(
  trx: Trx,
  trialId: string,
  patientIds: readonly string[],
  asOf: CalendarDate,
  {
    at = new Date(),
    mostExplained = Number.POSITIVE_INFINITY,
  }: Pick<Screening, 'at'> & { mostExplained?: number } = {},
): Promise<string | null> {
  if (patientIds.length === 0) return null
  const locked = await lockAnswers(trx, patientIds)
  const trial = await readHeldTrial(trx, trialId, asOf)
  const round: ScreeningRound = { cause: 'trial', asOf, at, trials: trial === null ? [] : [trial], doneBy: null }
  const left = trial?.isOpenAtHome ? await screenCaseload(trx, trial, locked, round) : locked
  const others = left.slice(0, mostExplained)
  const last = (others.length < left.length ? others : patientIds).at(-1) ?? null
  if (others.length === 0) return last
  const stored = await readStoredAnswers(trx, others, trialId)
  await storeAnswers(trx, { patientIds: others, stored }, round, () =>
    trx.deleteFrom('screening').where('trial_id', '=', trialId).where('patient_id', 'in', others).execute(),
  )
  await recountCandidates(trx, others)
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
    .forNoKeyUpdate()
    .execute()
  return rows.map(({ patient_id }) => patient_id)
}

/** Always in the order of the ids, so that two transactions never wait for each other. */
async function lockPatients(trx: Trx, patientIds: readonly string[]): Promise<string[]> {
  const rows = await trx
    .selectFrom('patient')
    .select('patient_id')
    .where(sql<boolean>`patient_id = any (${[...patientIds]}::uuid[])`)
    .orderBy('patient_id')
    .forNoKeyUpdate()
    .execute()
  return rows.map(({ patient_id }) => patient_id)
}

/**
 * Holds the stored answers of patients, in the order of their ids, and returns who has any: a screening of a patient
 * waits for the one before it, and sees the facts that this one saw or newer ones. The rows are those that a screening
 * writes anyway; to hold a million rows of `patient` would take longer than to answer for them.
 */
async function lockAnswers(trx: Trx, patientIds: readonly string[]): Promise<string[]> {
  const rows = await trx
    .selectFrom('candidate_count')
    .select('patient_id')
    .where(sql<boolean>`patient_id = any (${[...patientIds]}::uuid[])`)
    .orderBy('patient_id')
    .forUpdate()
    .execute()
  return rows.map(({ patient_id }) => patient_id)
}

interface AnsweredBefore extends Pick<Screening, 'factsBefore' | 'overridesBefore'> {
  readonly patientIds: readonly string[]
  /** By patient and trial. */
  readonly stored: ReadonlyMap<string, ReadonlyMap<string, StoredAnswer>>
}

/** A slice that is done twice finds its own answers the second time, so it adds no change twice. */
async function storeAnswers(
  trx: Trx,
  { patientIds, stored, factsBefore, overridesBefore }: AnsweredBefore,
  round: ScreeningRound,
  removeRows: () => Promise<unknown>,
): Promise<void> {
  const lastScreened = await readLastScreened(trx, patientIds)
  const overridesOf = await readOverrides(trx, patientIds)
  const patients = [...(await readPatientFacts(trx, patientIds))].map(([patientId, held]) => ({
    patientId,
    ...held,
    now: answersOf(held.facts, round, (trialId) => overridesOf(patientId, trialId)),
    before: stored.get(patientId) ?? new Map<string, StoredAnswer>(),
    factsBefore: factsBefore?.has(patientId) ? (factsBefore.get(patientId) ?? null) : held.facts,
  }))
  await removeRows()
  await insertScreeningRows(trx, patients, round)
  const screenedBefore = patients.flatMap((patient) => {
    const last = lastScreened.get(patient.patientId)
    return last === undefined ? [] : [{ ...patient, last }]
  })
  const explained = await explainAnswers(trx, screenedBefore, round.trials, overridesBefore ?? overridesOf)
  await addScreeningChanges(trx, explained, round)
}

function answersOf(
  facts: PatientFacts,
  { trials, asOf }: ScreeningRound,
  overridesOf: (trialId: string) => readonly VerdictOverride[],
): ReadonlyMap<string, ScreenedAnswer> {
  const { specific, baskets } = offeredTrials(facts, trials)
  const answers = noAnswersYet(facts, asOf)
  return new Map(
    [...specific, ...baskets].map((trial) => [
      trial.trialId,
      {
        assessment: assessTrial(facts, trial, asOf, overridesOf(trial.trialId), answers),
        isBasket: baskets.includes(trial),
      },
    ]),
  )
}
