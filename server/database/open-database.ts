import { reportProgress } from '../report-progress.ts'
import type { DatabaseLocation, OpenDatabase } from './database-engine.ts'
import { openEmbedded } from './open-embedded.ts'
import { openPostgres } from './open-postgres.ts'

/**
 * Opens the database and proves that it answers.
 *
 * @param say told what takes long, one line at a time
 * @throws DataDirectoryInUse when another process has the directory
 * @throws when the server cannot be reached, is older than PostgreSQL 15, or does not flush commits to disk
 */
export function openDatabase(
  location: DatabaseLocation,
  say: (line: string) => void = () => {},
): Promise<OpenDatabase> {
  return location.kind === 'postgres'
    ? reportProgress('Opening the database', say, () => openPostgres(location))
    : openEmbedded(location, say)
}
