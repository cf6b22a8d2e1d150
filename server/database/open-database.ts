import type { DatabaseLocation, OpenDatabase } from './database-engine.ts'
import { openEmbedded } from './open-embedded.ts'
import { openPostgres } from './open-postgres.ts'

/**
 * Opens the database and proves that it answers.
 *
 * @throws DataDirectoryInUse when another process has the directory
 * @throws when the server cannot be reached, is older than PostgreSQL 15, or does not flush commits to disk
 */
export function openDatabase(location: DatabaseLocation): Promise<OpenDatabase> {
  return location.kind === 'postgres' ? openPostgres(location) : openEmbedded(location)
}
