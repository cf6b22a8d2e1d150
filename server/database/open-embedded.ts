import { reportProgress } from '../report-progress.ts'
import { guardedKysely } from './connection-guard.ts'
import type { EmbeddedLocation, OpenDatabase } from './database-engine.ts'
import { describeDatabase } from './describe-database.ts'
import { lockDataDirectory } from './lock-data-directory.ts'
import { makeCluster } from './make-cluster.ts'
import { PgliteClient } from './pglite-client.ts'
import { pgliteDialect } from './pglite-dialect.ts'
import type { Database } from './schema.ts'

/** Opens the database inside this process. One in a directory is locked first, made if need be, and given back last. */
export async function openEmbedded(location: EmbeddedLocation, say: (line: string) => void): Promise<OpenDatabase> {
  if (location.kind === 'memory') return embedded(await PgliteClient.open(location), location)

  const lock = await lockDataDirectory(location.directory, location.onCommand)
  try {
    await makeCluster(lock.directory, { say })
    const opening = () => PgliteClient.open({ kind: 'directory', directory: lock.directory })
    const client = await reportProgress('Opening the database', say, opening)
    const database = embedded(client, location)
    return {
      ...database,
      async close() {
        await lock.stopCommands()
        await database.close()
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

function embedded(client: PgliteClient, location: EmbeddedLocation): OpenDatabase {
  return {
    engine: 'pglite',
    place: describeDatabase(location),
    db: guardedKysely<Database>(pgliteDialect(client)),
    listen: (channel, onPayload) => client.listen(channel, onPayload),
    close: () => client.close(),
  }
}
