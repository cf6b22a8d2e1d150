import type { VerdictOverride } from '#domain/eligibility/applied-override.ts'
import { assessTrial } from '#domain/eligibility/assess-trial.ts'
import { noAnswersYet } from '#domain/eligibility/known-answers.ts'
import { offeredTrials } from '#domain/eligibility/offered-trials.ts'
import type { PatientFacts } from '#domain/eligibility/patient-facts.ts'
import type { ChangeCause } from '#domain/eligibility/screening-comparison.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { Trx } from '../plugins/operation.ts'
import { countCandidates, recountCandidates } from './candidate-count-repository.ts'
import { readPatientFacts } from './facts-repository.ts'
import { readHeldTrial, readOpenTrials } from './held-trials-repository.ts'
import { readOverrides } from './override-repository.ts'
import { addScreeningChanges, type ScreeningRound } from './screening-change-repository.ts'
import { insertScreeningRows, type ScreenedAnswer } from './screening-rows-repository.ts'
import { readLastScreened, readStoredAnswers, type StoredAnswer } from './stored-answers-repository.ts'

/** When a screening takes place, and what set it off: new data of the patients unless something else is said. */
export interface Screening {
  readonly at?: Date
  readonly cause?: ChangeCause
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
  { at = new Date(), cause = 'patient' }: Screening = {},
): Promise<void> {
  if (patientIds.length === 0) return
  const locked = await lockPatients(trx, patientIds)
  const trials = await readOpenTrials(trx)
  const before = await readStoredAnswers(trx, locked, null)
  await storeAnswers(trx, locked, before, { cause, asOf, at, trials }, () =>
    trx.deleteFrom('screening').where('patient_id', 'in', locked).execute(),
  )
  await countCandidates(trx, locked, { asOf, at })
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
  { at = new Date() }: Pick<Screening, 'at'> = {},
): Promise<string | null> {
  const patientIds = await nextPatients(trx, afterPatientId, limit)
  const last = patientIds.at(-1)
  if (last === undefined) return null
  const trial = await readHeldTrial(trx, trialId)
  const trials = trial === null ? [] : [trial]
  const before = await readStoredAnswers(trx, patientIds, trialId)
  await storeAnswers(trx, patientIds, before, { cause: 'trial', asOf, at, trials }, () =>
    trx.deleteFrom('screening').where('trial_id', '=', trialId).where('patient_id', 'in', patientIds).execute(),
  )
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

/** A slice that is done twice finds its own answers the second time, so it adds no change twice. */
async function storeAnswers(
  trx: Trx,
  patientIds: readonly string[],
  before: ReadonlyMap<string, ReadonlyMap<string, StoredAnswer>>,
  round: ScreeningRound,
  removeRows: () => Promise<unknown>,
): Promise<void> {
  const lastScreened = await readLastScreened(trx, patientIds)
  const overridesOf = await readOverrides(trx, patientIds)
  const patients = [...(await readPatientFacts(trx, patientIds))].map(([patientId, held]) => ({
    patientId,
    ...held,
    now: answersOf(held.facts, round, (trialId) => overridesOf(patientId, trialId)),
  }))
  await removeRows()
  await insertScreeningRows(trx, patients, round)
  const screenedBefore = patients.flatMap((patient) => {
    const screenedAt = lastScreened.get(patient.patientId)
    return screenedAt === undefined
      ? []
      : [{ ...patient, before: before.get(patient.patientId) ?? new Map(), screenedAt }]
  })
  await addScreeningChanges(trx, screenedBefore, round)
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
