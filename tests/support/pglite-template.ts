import { existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { askLockHolder } from '../../server/database/ask-lock-holder.ts'
import { guardedKysely, nobodyHolds } from '../../server/database/connection-guard.ts'
import { DataDirectoryInUse, lockDataDirectory } from '../../server/database/lock-data-directory.ts'
import { migrate } from '../../server/database/migrate.ts'
import { PgliteClient } from '../../server/database/pglite-client.ts'
import { pgliteDialect } from '../../server/database/pglite-dialect.ts'
import { PgliteSession } from '../../server/database/pglite-session.ts'
import type { Database } from '../../server/database/schema.ts'
import type { Seed } from './database-seed.ts'

const cache = fileURLToPath(new URL('../../.cache/', import.meta.url))
const dayMs = 24 * 60 * 60 * 1000
const silent = { stdout: () => {}, stderr: () => {} }

/** The dump of a migrated and seeded database. Of several processes that want it, one makes it and the others wait. */
export async function pgliteTemplate(key: string, seed: Seed | null): Promise<string> {
  const directory = join(cache, `database-template-${key}`)
  const file = join(directory, 'template.tar')
  while (!existsSync(file)) {
    const answer = await askLockHolder(directory, { command: 'wait', args: [], cwd: directory }, silent)
    if (answer === null) await makeUnlessBeingMade(directory, file, seed)
    // Between taking the lock and answering on it, another maker needs a turn.
    await setImmediate()
  }
  const now = new Date()
  utimesSync(file, now, now)
  return file
}

async function makeUnlessBeingMade(directory: string, file: string, seed: Seed | null): Promise<void> {
  try {
    const lock = await lockDataDirectory(directory, untilReleased)
    try {
      if (!existsSync(file)) await make(file, seed)
      removeUnused()
    } finally {
      await lock.release()
    }
  } catch (error) {
    if (!(error instanceof DataDirectoryInUse)) throw error
  }
}

/** Answers when the lock is released, which is when the template is there. */
function untilReleased(_request: unknown, _output: unknown, signal: AbortSignal): Promise<number> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(0)))
}

async function make(file: string, seed: Seed | null): Promise<void> {
  const client = await PgliteClient.open({ kind: 'memory', dumpFile: null })
  try {
    const db = guardedKysely<Database>(pgliteDialect(new PgliteSession(client), 'owner'), nobodyHolds())
    await migrate(db)
    await seed?.run(db)
    await client.dumpTo(`${file}.unfinished`)
    renameSync(`${file}.unfinished`, file)
  } finally {
    await client.close()
  }
}

/** Every change of a migration or a seed leaves a template behind; those that no test opened for a day go. */
function removeUnused(): void {
  for (const name of readdirSync(cache).filter((entry) => entry.startsWith('database-template-'))) {
    const file = join(cache, name, 'template.tar')
    if (existsSync(file) && Date.now() - statSync(file).mtimeMs > dayMs) rmSync(join(cache, name), { recursive: true })
  }
}
