import { sql } from 'kysely'
import type { OpenDatabase } from './database-engine.ts'

/**
 * Measures the tables that have grown to twice their size since they were last measured. A server does so by itself; the
 * embedded database never does, and plans queries over a large caseload as if its tables were empty.
 */
export async function refreshStatistics({ db, engine }: OpenDatabase): Promise<void> {
  if (engine !== 'pglite') return
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace
      and pg_relation_size(oid) > 2 * current_setting('block_size')::bigint * greatest(relpages, 4)
    order by name`.execute(db)
  // One statement for each, so that requests get their turn in between.
  for (const { name } of rows) await sql`analyze ${sql.table(name)}`.execute(db)
}
