import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PostgresLocation } from '../../server/database/database-engine.ts'
import { openDatabase } from '../../server/database/open-database.ts'
import { testEngine } from '../support/database-template.ts'
import { type PostgresServer, startPostgresServer } from '../support/postgres-server.ts'

describe.runIf(testEngine === 'pglite')('the embedded database', () => {
  test('opens once: a second opener is refused, and the first goes on', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'rare-cancer-trials-open-'))
    const first = await openDatabase({ kind: 'directory', directory })
    try {
      await expect(openDatabase({ kind: 'directory', directory })).rejects.toThrow(
        `The data directory ${directory} is in use by process ${process.pid}`,
      )
      expect((await sql`select 1 as one`.execute(first.db)).rows).toStrictEqual([{ one: 1 }])
    } finally {
      await first.close()
      await rm(directory, { recursive: true, force: true })
    }
  })

  test('that cannot start says why instead of keeping its caller waiting', async () => {
    await expect(openDatabase({ kind: 'memory', dumpFile: '/nowhere/template.tar' })).rejects.toThrow('/nowhere')
  })

  test('once closed, refuses a query instead of keeping it waiting', async () => {
    const database = await openDatabase({ kind: 'memory', dumpFile: null })
    await database.close()
    await expect(sql`select 1`.execute(database.db)).rejects.toThrow('closed')
    await expect(database.db.transaction().execute(async () => {})).rejects.toThrow('closed')
  })
})

describe.runIf(testEngine === 'postgres')('a PostgreSQL server', () => {
  let server: PostgresServer
  let location: PostgresLocation
  beforeAll(async () => {
    server = await startPostgresServer()
    location = { kind: 'postgres', url: server.url, ownerUrl: server.url, poolSize: 2, statementTimeoutMs: 300 }
  })
  afterAll(() => server.stop())

  test('that cannot be reached is named, without its password', async () => {
    const url = 'postgres://app:hunter2@127.0.0.1:1/trials'
    const opening = openDatabase({ ...location, url, ownerUrl: url })
    await expect(opening).rejects.toThrow(
      /^Cannot use the database at 127\.0\.0\.1:1\/trials: .*Check that the server runs and that DATABASE_URL names/,
    )
    await expect(opening).rejects.not.toThrow('hunter2')
  })

  test('gets its settings with every connection, beside those the address asks for', async () => {
    const url = `${server.url}?options=-c%20work_mem%3D8MB`
    const { db, close } = await openDatabase({ ...location, url, ownerUrl: url })
    const { rows } = await sql`select current_setting('jit') as jit, current_setting('work_mem') as memory,
      current_setting('timezone') as zone, current_setting('statement_timeout') as timeout`.execute(db)
    await close()
    expect(rows).toStrictEqual([{ jit: 'off', memory: '8MB', zone: 'UTC', timeout: '300ms' }])
  })

  test('stops a statement that takes too long', async () => {
    const { db, close } = await openDatabase(location)
    await expect(sql`select pg_sleep(10)`.execute(db)).rejects.toMatchObject({ code: '57014' })
    await close()
  })

  test('that goes away under a connection in use fails what is asked of it, and does not end the process', async () => {
    const database = await openDatabase(location)
    await database.db.connection().execute(async (held) => {
      await sql`select 1`.execute(held)
      await server.crash()
      await expect(sql`select 1`.execute(held)).rejects.toThrow()
    })
    await server.restart()
    await expect(sql`select 1`.execute(database.db)).resolves.toBeDefined()
    await database.close()
  })

  test('that went away is used again when it is back, and listeners learn that they may have missed something', async () => {
    const database = await openDatabase(location)
    const heard: (string | null)[] = []
    const { promise: reconnected, resolve: reconnect } = Promise.withResolvers<void>()
    const { promise: notified, resolve: notify } = Promise.withResolvers<void>()
    await database.listen('referral', (payload) => {
      heard.push(payload)
      if (payload === null) reconnect()
      else notify()
    })
    await server.crash()
    await expect(sql`select 1`.execute(database.db)).rejects.toThrow()
    await server.restart()
    await reconnected
    await sql`select pg_notify('referral', 'sent')`.execute(database.db)
    await notified
    await database.close()
    expect(heard).toStrictEqual([null, 'sent'])
  })
})
