import type { Kysely } from 'kysely'
import type { Clock } from '../clock.ts'
import { migrate } from '../database/migrate.ts'
import type { Database } from '../database/schema.ts'
import { writeSystemEvent } from './write-system-event.ts'

export interface AuditedMigration {
  /** As the role that owns the tables. */
  readonly db: Kysely<Database>
  readonly clock: Clock
  readonly onMigration?: (name: string) => void
}

/** Brings the database up to this program, and writes into its audit log which migrations were run. */
export async function migrateAudited({ db, clock, onMigration }: AuditedMigration): Promise<void> {
  const names: string[] = []
  await migrate(db, (name) => {
    names.push(name)
    onMigration?.(name)
  })
  if (names.length === 0) return
  await writeSystemEvent(db, 'command:migrate', { at: clock.now(), outcome: 'done', fields: names })
}
