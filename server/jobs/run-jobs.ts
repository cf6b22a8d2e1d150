import type { Kysely } from 'kysely'
import type { Database } from '../database/schema.ts'
import { finishJob, type LeasedJob, leaseJob, postponeJob, releaseJob } from './job-repository.ts'
import { takeTurns } from './take-turns.ts'

/** Does one job in slices, each a transaction of its own of at most about 100 ms, so that requests get their turn. */
export type JobHandler = (job: LeasedJob, signal: AbortSignal) => Promise<void>

export interface JobParts {
  readonly db: Kysely<Database>
  readonly handlers: Readonly<Record<string, JobHandler>>
  readonly onFailure: (what: string, error: unknown) => void
  /** How long to rest when there is nothing to do. */
  readonly restMilliseconds: number
}

/** Works through the job table until stopped. Work that a stopped or killed process left is taken up by the next. */
export function runJobs(parts: JobParts): { stop(): Promise<void> } {
  return takeTurns(async (signal) => {
    await runWaitingJobs(parts, signal).catch((error: unknown) => parts.onFailure('looking for jobs', error))
    return parts.restMilliseconds
  })
}

/** Does everything that waits now and returns how many jobs were done. */
export async function runWaitingJobs(parts: Omit<JobParts, 'restMilliseconds'>, signal: AbortSignal): Promise<number> {
  for (let done = 0; ; done += 1) {
    if (signal.aborted) return done
    const job = await leaseJob(parts.db)
    if (job === null) return done
    await runOne(parts, job, signal)
  }
}

async function runOne(
  { db, handlers, onFailure }: Omit<JobParts, 'restMilliseconds'>,
  job: LeasedJob,
  signal: AbortSignal,
) {
  try {
    const handler = handlers[job.kind]
    if (!handler) throw new Error(`No handler for jobs of the kind "${job.kind}".`)
    await handler(job, signal)
    await (signal.aborted ? releaseJob(db, job.jobId) : finishJob(db, job.jobId))
  } catch (error) {
    onFailure(`the job ${job.kind} (${job.subject})`, error)
    await postponeJob(db, job, error instanceof Error ? error.message : String(error))
  }
}
