import type { Kysely } from 'kysely'
import { noSubjects } from '../../server/audit/audit-event.ts'
import { addAuditEvent } from '../../server/audit/audit-event-repository.ts'
import type { Database } from '../../server/database/schema.ts'

/** What was written into the audit log after an event, or all of it, the oldest first. */
export async function auditRows(db: Kysely<Database>, after = 0) {
  return await db.selectFrom('audit_event').selectAll().where('sequence', '>', after).orderBy('sequence').execute()
}

/** The number of the newest event; 0 where there is none. */
export async function lastAuditSequence(db: Kysely<Database>): Promise<number> {
  const newest = await db.selectFrom('audit_event').select('sequence').orderBy('sequence', 'desc').executeTakeFirst()
  return newest?.sequence ?? 0
}

/** Writes events of the system, one after the other. */
export async function addSystemEvents(db: Kysely<Database>, count: number, at = new Date()): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await addAuditEvent(db, {
      at,
      actor: { kind: 'system' },
      operation: `job:test-${index}`,
      action: 'change',
      outcome: 'done',
      request: null,
      basis: null,
      subjects: noSubjects,
      count: index,
      fields: ['one', 'two'],
      reason: null,
    })
  }
}
