import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DurableFileSystem } from './durable-file-system.ts'
import { assertCommitsReachDisk, openDurablePglite } from './durable-pglite.ts'
import { pgliteOptions } from './pglite-options.ts'

let directory: string
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'rare-cancer-trials-durable-'))
  // What a power cut during the very first start leaves behind.
  mkdirSync(join(directory, 'database-being-made'))
  writeFileSync(join(directory, 'database-being-made', 'PG_VERSION'), '18')
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

test('an interrupted first start is begun again, and flushing is on', async () => {
  const database = await openDurablePglite(directory)
  const { rows } = await database.query(
    "select current_setting('fsync') as fsync, current_setting('wal_sync_method') as method",
  )
  await database.close()
  expect(rows).toStrictEqual([{ fsync: 'on', method: 'fsync' }])
  expect(existsSync(join(directory, 'database-being-made'))).toBe(false)
})

test('a database that does not flush its commits is not opened', async () => {
  const fs = new DurableFileSystem(join(directory, 'database'))
  const careless = await PGlite.create({ ...pgliteOptions, fs })
  await expect(assertCommitsReachDisk(careless, fs)).rejects.toThrow('without flushing to disk')
  expect(careless.closed).toBe(true)
})
