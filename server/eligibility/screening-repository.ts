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
import { type AnsweredTwice, explainAnswers } from './explained-answers-repository.ts'
import { type HeldFacts, type ReplacedFacts, readPatientFacts } from './facts-repository.ts'
import { readHeldTrial, readOpenTrials } from './held-trials-repository.ts'
import { type OverridesOf, readOverrides } from './override-repository.ts'
import { shareChangesOfPatients } from './patients-of-trial-repository.ts'
import { screenCaseload } from './screen-caseload-repository.ts'
import { addScreeningChanges, type ScreeningRound } from './screening-change-repository.ts'
import { removeScreeningRows, type ScreenedAnswer, storeScreeningRows } from './screening-rows-repository.ts'
import { markSetByClinician } from './set-by-clinician-repository.ts'
import { holdAnswers, type LastScreening, readStoredAnswers, type StoredAnswer } from './stored-answers-repository.ts'

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
  screening: Screening = {},
): Promise<void> {
  if (patientIds.length === 0) return
  const locked = await lockPatients(trx, patientIds)
  await screenHeldPatients(trx, locked, await readPatientFacts(trx, locked), asOf, screening)
}

/** The same for one patient whom the transaction holds, and whose facts it has just stored. Returns both answers. */
export async function screenChangedPatient(
  trx: Trx,
  patientId: string,
  { before, ...facts }: ReplacedFacts,
  asOf: CalendarDate,
  screening: Omit<Screening, 'factsBefore'>,
): Promise<AnsweredTwice> {
  const factsBefore = new Map([[patientId, before]])
  const held = new Map([[patientId, facts]])
  const [answered] = await screenHeldPatients(trx, [patientId], held, asOf, { ...screening, factsBefore })
  if (answered === undefined) throw new Error(`Patient ${patientId} was not screened.`)
  return answered
}

async function screenHeldPatients(
  trx: Trx,
  patientIds: readonly string[],
  held: HeldFactsOf,
  asOf: CalendarDate,
  { at = new Date(), cause = 'patient', doneBy = null, ...before }: Screening,
): Promise<readonly AnsweredTwice[]> {
  const last = await holdAnswers(trx, patientIds)
  await shareChangesOfPatients(trx)
  const trials = await readOpenTrials(trx, asOf)
  const stored = await readStoredAnswers(trx, patientIds, null)
  const round = { cause, asOf, at, trials, doneBy }
  const answered = await storeAnswers(trx, { ...before, patientIds, held, last, stored }, round)
  await countCandidates(trx, patientIds, { asOf, at })
  return answered
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
  const lastScreened = await holdAnswers(trx, patientIds)
  const locked = [...lastScreened.keys()]
  const trial = await readHeldTrial(trx, trialId, asOf)
  const round: ScreeningRound = { cause: 'trial', asOf, at, trials: trial === null ? [] : [trial], doneBy: null }
  const left = trial?.isOpenAtHome ? await screenCaseload(trx, trial, locked, round) : locked
  const others = left.slice(0, mostExplained)
  const last = (others.length < left.length ? others : patientIds).at(-1) ?? null
  if (others.length === 0) return last
  const stored = await readStoredAnswers(trx, others, trialId)
  const held = await readPatientFacts(trx, others)
  await storeAnswers(trx, { patientIds: others, held, last: lastScreened, stored }, round)
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

type HeldFactsOf = ReadonlyMap<string, HeldFacts>

interface AnsweredBefore extends Pick<Screening, 'factsBefore' | 'overridesBefore'> {
  readonly patientIds: readonly string[]
  readonly held: HeldFactsOf
  readonly last: ReadonlyMap<string, LastScreening>
  /** By patient and trial. */
  readonly stored: ReadonlyMap<string, ReadonlyMap<string, StoredAnswer>>
}

/** A slice that is done twice finds its own answers the second time, so it adds no change twice. */
async function storeAnswers(
  trx: Trx,
  { patientIds, held, last: lastScreened, stored, factsBefore, overridesBefore }: AnsweredBefore,
  round: ScreeningRound,
): Promise<readonly AnsweredTwice[]> {
  const overridesOf = await readOverrides(trx, patientIds)
  const patients = [...held].map(([patientId, { organisationId, facts }]) => ({
    patientId,
    organisationId,
    facts,
    now: answersOf(facts, round, (trialId) => overridesOf(patientId, trialId)),
    before: stored.get(patientId) ?? new Map<string, StoredAnswer>(),
    factsBefore: factsBefore?.has(patientId) ? (factsBefore.get(patientId) ?? null) : facts,
  }))
  const now = new Map(patients.map((patient) => [patient.patientId, patient.now]))
  const gone = [...stored].flatMap(([patientId, answers]) =>
    [...answers.keys()].flatMap((trialId) => (now.get(patientId)?.has(trialId) ? [] : [{ patientId, trialId }])),
  )
  await removeScreeningRows(trx, gone)
  await storeScreeningRows(trx, patients, round)
  await markSetByClinician(trx, patients)
  const screenedBefore = patients.flatMap((patient) => {
    const last = lastScreened.get(patient.patientId)
    return last === undefined ? [] : [{ ...patient, last }]
  })
  const explained = await explainAnswers(trx, screenedBefore, round.trials, overridesBefore ?? overridesOf)
  await addScreeningChanges(trx, explained, round)
  return explained.length === patients.length ? explained : patients
}

function answersOf(
  facts: PatientFacts,
  { trials, asOf }: ScreeningRound,
  overridesOf: (trialId: string) => readonly VerdictOverride[],
): ReadonlyMap<string, ScreenedAnswer> {
  const { specific, baskets } = offeredTrials(facts, trials)
  const ofManyCancers = new Set(baskets)
  const answers = noAnswersYet(facts, asOf)
  return new Map(
    [...specific, ...baskets].map((trial) => [
      trial.trialId,
      {
        assessment: assessTrial(facts, trial, asOf, overridesOf(trial.trialId), answers),
        isBasket: ofManyCancers.has(trial),
      },
    ]),
  )
}
