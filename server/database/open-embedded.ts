import { reportProgress } from '../report-progress.ts'
import { guardedKysely, nobodyHolds } from './connection-guard.ts'
import type { EmbeddedLocation, OpenDatabase } from './database-engine.ts'
import { describeDatabase } from './describe-database.ts'
import { lockDataDirectory } from './lock-data-directory.ts'
import { makeCluster } from './make-cluster.ts'
import { PgliteClient } from './pglite-client.ts'
import { pgliteDialect } from './pglite-dialect.ts'
import { PgliteSession } from './pglite-session.ts'
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
  const session = new PgliteSession(client)
  const holding = nobodyHolds()
  return {
    engine: 'pglite',
    place: describeDatabase(location),
    db: guardedKysely<Database>(pgliteDialect(session, 'owner'), holding),
    gate: guardedKysely<Database>(pgliteDialect(session, 'app_gate'), holding),
    listen: (channel, onPayload) => client.listen(channel, onPayload),
    close: () => client.close(),
  }
}
