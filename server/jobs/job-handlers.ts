import { setImmediate } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { calendarDateInLondon } from '#domain/identity/calendar-date-in-london.ts'
import { addAuditEvent } from '../audit/audit-event-repository.ts'
import { systemEvent } from '../audit/system-event.ts'
import type { Clock } from '../clock.ts'
import type { OpenDatabase } from '../database/database-engine.ts'
import type { Database } from '../database/schema.ts'
import { inTransaction } from '../database/transaction.ts'
import { rescreenDaySlice } from '../eligibility/daily-rescreen-repository.ts'
import { removeOldAnswers } from '../plugins/idempotency-repository.ts'
import type { Trx } from '../plugins/operation.ts'
import { removeExpiredSessions, removeOldFailures } from '../plugins/session-repository.ts'
import { rescreenTrialJob } from '../trial-store/rescreen-trial-job.ts'
import { auditFailures } from './audit-failures.ts'
import { expiredSessionsJob, rescreenDayJob } from './enqueue-regular-work.ts'
import { jobCaller } from './job-caller.ts'
import { finishJob, type LeasedJob, saveProgress } from './job-repository.ts'
import type { JobHandler } from './run-jobs.ts'
import { type Progress, trialSlices } from './trial-slices.ts'

/** Patients in one transaction. */
export interface Slices {
  /** Whom a trial is asked of by one statement. */
  readonly trial: number
  /** Of those, whose answers may be left for the evaluator, which takes a hundred times as long for each. */
  readonly explained: number
  readonly day: number
}

/**
 * Enough to be quick, and in the embedded database few enough for requests: they wait for a slice there, because it does
 * one thing at a time. On a server they only wait for patients whom they are about to change.
 */
const usualSlices: Readonly<Record<OpenDatabase['engine'], Slices>> = {
  pglite: { trial: 1000, explained: 50, day: 40 },
  postgres: { trial: 10_000, explained: 50, day: 40 },
}

/** What each kind of job does. */
export function jobHandlers(
  { gate: db, engine }: Pick<OpenDatabase, 'gate' | 'engine'>,
  clock: Clock,
  slices = usualSlices[engine],
): Readonly<Record<string, JobHandler>> {
  return auditFailures(db, clock, {
    [rescreenTrialJob]: (job, signal) => inSlices({ db, clock, job, signal }, trialSlices(job.subject, clock, slices)),
    [rescreenDayJob]: (job, signal) =>
      inSlices({ db, clock, job, signal }, async (trx, { after }) => {
        const now = clock.now()
        const asOf = calendarDateInLondon(now)
        // A day that has passed is the work of the job of the day after.
        const last = asOf === job.subject ? await rescreenDaySlice(trx, after, slices.day, { asOf, now }) : null
        return last === null ? null : { after: last, version: null }
      }),
    [expiredSessionsJob]: () =>
      inTransaction(db, jobCaller, async (trx) => {
        await removeExpiredSessions(trx, clock.now())
        await removeOldFailures(trx, clock.now())
        await removeOldAnswers(trx, clock.now())
        await addAuditEvent(trx, systemEvent(`job:${expiredSessionsJob}`, { at: clock.now(), outcome: 'done' }))
      }),
  })
}

interface SlicedJob {
  readonly db: Kysely<Database>
  readonly clock: Clock
  readonly job: LeasedJob
  readonly signal: AbortSignal
}

/**
 * Runs slices until one answers null. How far the work is, and in the end that it is done, is stored with the slice
 * itself, so a process that is killed leaves neither a gap nor a slice done twice.
 */
async function inSlices(
  { db, clock, job, signal }: SlicedJob,
  slice: (trx: Trx, progress: Progress) => Promise<Progress | null>,
): Promise<void> {
  let progress: Progress | null = parseProgress(job.progress)
  while (progress !== null && !signal.aborted) {
    const soFar: Progress = progress
    progress = await inTransaction(db, jobCaller, async (trx) => {
      const next = await slice(trx, soFar)
      if (next !== null) {
        await saveProgress(trx, job.jobId, next)
        return next
      }
      await finishJob(trx, job.jobId)
      await addAuditEvent(trx, systemEvent(`job:${job.kind}`, { at: clock.now(), outcome: 'done' }))
      return null
    })
    // Requests that came in meanwhile get their turn.
    await setImmediate()
  }
}

function parseProgress({ after, version }: LeasedJob['progress']): Progress {
  return {
    after: typeof after === 'string' ? after : null,
    version: typeof version === 'number' ? version : null,
  }
}
