import { type Kysely, sql } from 'kysely'
import type { Database } from '../database/schema.ts'

export interface LeasedJob {
  readonly jobId: number
  readonly kind: string
  readonly subject: string
  readonly progress: Readonly<Record<string, unknown>>
  readonly attempts: number
}

/** How long a worker may be silent before another takes its job over. */
const leaseSeconds = 60

/** Adds work unless the same work already waits. Give the transaction that makes the work necessary. */
export async function addJob(trx: Kysely<Database>, kind: string, subject: string): Promise<void> {
  await trx
    .insertInto('job')
    .values({ kind, subject, leased_until: null, last_error: null, finished_at: null })
    .onConflict((conflict) => conflict.columns(['kind', 'subject']).where('finished_at', 'is', null).doNothing())
    .execute()
}

/** Takes the oldest job that nobody holds, for one minute at a time. */
export async function leaseJob(db: Kysely<Database>): Promise<LeasedJob | null> {
  const { rows } = await sql<{
    job_id: number
    kind: string
    subject: string
    progress: Record<string, unknown>
    attempts: number
  }>`
    update job set leased_until = now() + make_interval(secs => ${leaseSeconds}), attempts = attempts + 1
    where job_id = (
      select job_id from job
      where finished_at is null and run_after <= now() and (leased_until is null or leased_until < now())
      order by job_id limit 1 for update skip locked
    )
    returning job_id, kind, subject, progress, attempts`.execute(db)
  const row = rows[0]
  return row
    ? { jobId: row.job_id, kind: row.kind, subject: row.subject, progress: row.progress, attempts: row.attempts }
    : null
}

/** Keeps the lease and remembers how far the work is, in the transaction that did the slice. */
export async function saveProgress(trx: Kysely<Database>, jobId: number, progress: object): Promise<void> {
  await trx
    .updateTable('job')
    .set({ progress: JSON.stringify(progress), leased_until: sql`now() + make_interval(secs => ${leaseSeconds})` })
    .where('job_id', '=', jobId)
    .execute()
}

/** Gives a job back that this process stops working on, so that the next one need not wait for the lease to run out. */
export async function releaseJob(db: Kysely<Database>, jobId: number): Promise<void> {
  await db.updateTable('job').set({ leased_until: null }).where('job_id', '=', jobId).execute()
}

export async function finishJob(db: Kysely<Database>, jobId: number): Promise<void> {
  await db.updateTable('job').set({ finished_at: new Date(), last_error: null }).where('job_id', '=', jobId).execute()
}

/** Lets the job wait longer after each failure, at most an hour. Its progress is kept. */
export async function postponeJob(db: Kysely<Database>, { jobId, attempts }: LeasedJob, error: string): Promise<void> {
  const waitSeconds = Math.min(3600, 5 * 2 ** Math.min(attempts, 10))
  await db
    .updateTable('job')
    .set({
      last_error: error,
      leased_until: null,
      run_after: sql`now() + make_interval(secs => ${waitSeconds})`,
    })
    .where('job_id', '=', jobId)
    .execute()
}
