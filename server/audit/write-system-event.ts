import type { Kysely } from 'kysely'
import type { Database } from '../database/schema.ts'
import { inTransaction } from '../database/transaction.ts'
import { jobCaller } from '../jobs/job-caller.ts'
import { addAuditEvent } from './audit-event-repository.ts'
import { systemEvent } from './system-event.ts'

/** Writes what the system did by itself, or a command at its terminal, in a transaction of its own. */
export async function writeSystemEvent(
  db: Kysely<Database>,
  operation: Parameters<typeof systemEvent>[0],
  event: Parameters<typeof systemEvent>[1],
): Promise<void> {
  await inTransaction(db, jobCaller, (trx) => addAuditEvent(trx, systemEvent(operation, event)))
}
