import { PGlite } from '@electric-sql/pglite'
import { clusterPlaces } from './cluster-places.ts'
import { DurableFileSystem } from './durable-file-system.ts'
import { pgliteOptions } from './pglite-options.ts'

// wal_sync_method must be fsync: the other methods reach calls that do nothing under Emscripten.
const durableArguments = [
  // -F is PGlite's default, and turns flushing off.
  ...pgliteOptions.startParams.filter((argument) => argument !== '-F'),
  ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync'],
]

/**
 * Opens the embedded database of a data directory, which makeCluster has made, so that what it acknowledges is on disk.
 * The caller holds the directory's lock.
 *
 * @throws when a commit does not reach the disk, instead of running on a promise it cannot keep
 */
export async function openDurablePglite(dataDirectory: string): Promise<PGlite> {
  const fs = new DurableFileSystem(clusterPlaces(dataDirectory).cluster)
  const database = await PGlite.create({ ...pgliteOptions, fs, startParams: durableArguments })
  await assertCommitsReachDisk(database, fs)
  return database
}

/** @throws when a commit makes no flush */
export async function assertCommitsReachDisk(database: PGlite, fs: DurableFileSystem): Promise<void> {
  const before = fs.flushCount
  // Writes a record to the write-ahead log and nothing else; its commit has to flush the log.
  await database.query("select pg_logical_emit_message(true, 'durability', 'start')")
  if (fs.flushCount > before) return
  await database.close()
  throw new Error(
    'The embedded database committed without flushing to disk, so a power cut could lose referrals. ' +
      'Install the exact PGlite version named in package.json, or use a PostgreSQL server (DATABASE_URL).',
  )
}
