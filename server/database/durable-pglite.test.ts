import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clusterPlaces } from './cluster-places.ts'
import { DurableFileSystem } from './durable-file-system.ts'
import { assertCommitsReachDisk, openDurablePglite } from './durable-pglite.ts'
import { makeCluster } from './make-cluster.ts'
import { pgliteOptions } from './pglite-options.ts'

let directory: string
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'rare-cancer-trials-durable-'))
  await makeCluster(directory, { say: () => {} })
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

test('flushing is on', async () => {
  const database = await openDurablePglite(directory)
  const { rows } = await database.query(
    "select current_setting('fsync') as fsync, current_setting('wal_sync_method') as method",
  )
  await database.close()
  expect(rows).toStrictEqual([{ fsync: 'on', method: 'fsync' }])
})

test('a database that does not flush its commits is not opened', async () => {
  const fs = new DurableFileSystem(clusterPlaces(directory).cluster)
  const careless = await PGlite.create({ ...pgliteOptions, fs })
  await expect(assertCommitsReachDisk(careless, fs)).rejects.toThrow('without flushing to disk')
  expect(careless.closed).toBe(true)
})
