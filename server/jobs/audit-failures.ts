import type { Kysely } from 'kysely'
import { writeSystemEvent } from '../audit/write-system-event.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/schema.ts'
import type { JobHandler } from './run-jobs.ts'

type Handlers = Readonly<Record<string, JobHandler>>

/** The same handlers, of which each writes into the audit log that it failed. That they did their work they write themselves. */
export function auditFailures(db: Kysely<Database>, clock: Clock, handlers: Handlers): Handlers {
  return Object.fromEntries(
    Object.entries(handlers).map(([kind, handler]): [string, JobHandler] => [
      kind,
      (job, signal) =>
        handler(job, signal).catch(async (error: unknown) => {
          await writeSystemEvent(db, `job:${kind}`, { at: clock.now(), outcome: 'failed' })
          throw error
        }),
    ]),
  )
}
