import { sql } from 'kysely'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { Trx } from '../plugins/operation.ts'
import { compileMayBeOffered } from './compile-refusals.ts'
import { compileTrial } from './compile-trial.ts'
import { factsVersion } from './facts-version.ts'
import { readHeldTrial } from './held-trials-repository.ts'

/** Names the lock that whoever changes a patient shares, and that a list of patients is made behind. */
const changesOfPatients = 7_203_001

/** Say that this transaction changes patients, before the open trials are read: a list of patients waits for its end. */
export async function shareChangesOfPatients(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${changesOfPatients})`.execute(trx)
}

/**
 * The patients of a trial, once nobody is in the middle of changing a patient: who began before the trial was there would
 * otherwise be missed by both. Give it a transaction of its own, because changes of patients wait for its end.
 */
export async function listPatientsOfTrial(
  ...asked: Parameters<typeof readPatientsOfTrial>
): ReturnType<typeof readPatientsOfTrial> {
  await sql`select pg_advisory_xact_lock(${changesOfPatients})`.execute(asked[0])
  return readPatientsOfTrial(...asked)
}

/**
 * Whom a trial is offered to or was, after `afterPatientId`, in the order of their ids, and those whose facts an older
 * version derived. Nobody else has an answer of it to keep, to change or to lose.
 */
export async function readPatientsOfTrial(
  trx: Trx,
  trialId: string,
  afterPatientId: string | null,
  asOf: CalendarDate,
): Promise<readonly string[]> {
  const trial = await readHeldTrial(trx, trialId, asOf)
  const isOffered = trial?.isOpenAtHome
    ? sql<boolean>`(${compileTrial(trial.record, { asOf }).isOffered} and ${compileMayBeOffered(trialId)})`
    : sql<boolean>`false`
  const { rows } = await sql<{ patient_id: string }>`
    select patient_id from (
      select patient_id from patient_facts where ${isOffered}
      union select patient_id from patient_facts where facts_version < ${factsVersion} or facts_version > ${factsVersion}
      union select patient_id from screening where trial_id = ${trialId}
    ) as concerned
    where ${afterPatientId === null ? sql`true` : sql`patient_id > ${afterPatientId}`}
    order by patient_id`.execute(trx)
  return rows.map(({ patient_id }) => patient_id)
}
