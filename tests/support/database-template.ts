import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { DatabaseLocation, OpenDatabase } from '../../server/database/database-engine.ts'
import { openDatabase } from '../../server/database/open-database.ts'
import type { Seed } from './database-seed.ts'
import { pgliteTemplate } from './pglite-template.ts'
import { createPostgresDatabase } from './postgres-template.ts'

/** The engine that this run of the tests is about: a server when TEST_DATABASE_URL names one. */
export const testEngine: OpenDatabase['engine'] = process.env.TEST_DATABASE_URL ? 'postgres' : 'pglite'

export interface TestDatabase extends OpenDatabase {
  /** Where another process, or a second connection, finds the same database. In memory there is no second way in. */
  readonly location: DatabaseLocation
}

/**
 * A migrated database of a test's own, seeded if asked for. It is a copy of a template that is made once and kept until
 * a migration or the seed changes, so it costs a fraction of a second.
 */
export async function openTestDatabase({
  engine = testEngine,
  seed = null,
}: {
  readonly engine?: OpenDatabase['engine']
  readonly seed?: Seed | null
} = {}): Promise<TestDatabase> {
  const key = templateKey(seed)
  if (engine === 'pglite') {
    const location = { kind: 'memory', dumpFile: await pgliteTemplate(key, seed) } as const
    return { ...(await openDatabase(location)), location }
  }

  const server = process.env.TEST_DATABASE_URL
  if (!server) throw new Error('TEST_DATABASE_URL is not set; run this test in the postgres project of Vitest.')
  const { location, drop } = await createPostgresDatabase(server, key, `test_${randomUUID().replaceAll('-', '')}`, seed)
  const database = await openDatabase(location)
  return {
    ...database,
    location,
    async close() {
      await database.close()
      await drop()
    },
  }
}

/** Changes with every migration, with the seed, and with PGlite, whose dumps only its own version reads. */
function templateKey(seed: Seed | null): string {
  const root = new URL('../../', import.meta.url)
  const folder = new URL('server/database/migrations/', root)
  const files = readdirSync(folder)
    .sort()
    .map((name) => new URL(name, folder))
  const pglite = new URL('node_modules/@electric-sql/pglite/package.json', root)
  const hash = createHash('sha256')
  const list = new URL('server/database/migrations.ts', root)
  for (const file of [...files, list, pglite]) hash.update(fileURLToPath(file).slice(-40)).update(readFileSync(file))
  return hash
    .update(seed?.version ?? 'empty')
    .digest('hex')
    .slice(0, 16)
}
