import { type Kysely, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { migrations } from './migrations.ts'

/**
 * Brings the database up to this program, in one transaction: all pending migrations or none. On a server, several
 * instances may start at once; an advisory lock lets one migrate while the others wait.
 *
 * @param onMigration called with the name of each migration that was run
 * @throws when the database was migrated by a newer program, or a migration fails
 */
export async function migrate<Tables>(
  db: Kysely<Tables>,
  onMigration: (name: string) => void = () => {},
  known: Readonly<Record<string, Migration>> = migrations,
): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => known } })
  await refuseNewerDatabase(db, migrator)

  const { error, results = [] } = await migrator.migrateToLatest()
  if (error !== undefined) {
    const failed = results.find(({ status }) => status === 'Error')?.migrationName
    throw new Error(
      `Migration ${failed ?? ''} failed and the database is as it was before: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    )
  }
  for (const { migrationName } of results) onMigration(migrationName)
}

async function refuseNewerDatabase<Tables>(db: Kysely<Tables>, migrator: Migrator): Promise<void> {
  const exists = await sql<{ found: boolean }>`select to_regclass('kysely_migration') is not null as found`.execute(db)
  if (exists.rows[0]?.found !== true) return
  const done = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  const known = new Set((await migrator.getMigrations()).map(({ name }) => name))
  const unknown = done.rows.map(({ name }) => name).filter((name) => !known.has(name))
  if (unknown.length === 0) return
  throw new Error(
    `This database is newer than this program: it has had ${unknown.join(', ')}, which this program does not know. ` +
      'Start the newer program, or restore a backup from before the upgrade.',
  )
}
