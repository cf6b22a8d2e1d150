import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../../server/database/migrate.ts'
import { openDatabase } from '../../server/database/open-database.ts'
import type { TestDatabase } from '../support/database-template.ts'
import { demonstrationSeed } from '../support/demonstration-seed.ts'

/** The demonstration in PGlite in a directory, as the product keeps it: each commit is on disk before it is answered. */
export async function openOnDisk(): Promise<TestDatabase> {
  const directory = mkdtempSync(join(tmpdir(), 'benchmark-'))
  const location = { kind: 'directory', directory } as const
  const database = await openDatabase(location)
  await migrate(database.db)
  await demonstrationSeed().run(database.db)
  return {
    ...database,
    location,
    async close() {
      await database.close()
      rmSync(directory, { recursive: true })
    },
  }
}
