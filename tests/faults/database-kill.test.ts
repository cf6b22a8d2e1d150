import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { DatabaseLocation } from '../../server/database/database-engine.ts'
import { openDatabase } from '../../server/database/open-database.ts'
import { testEngine } from '../support/database-template.ts'
import { startPostgresServer } from '../support/postgres-server.ts'

const kills = Number(process.env.KILLS ?? 2)
const patienceMs = 60_000 + kills * 20_000
const writerFile = fileURLToPath(new URL('./database-writer.ts', import.meta.url))

describe.runIf(testEngine === 'pglite')('a server on the embedded database', () => {
  test(`keeps everything it acknowledged, killed ${kills} times while writing`, { timeout: patienceMs }, async () => {
    const directory = mkdtempSync(join(tmpdir(), 'rare-cancer-trials-kill-'))
    const location: DatabaseLocation = { kind: 'directory', directory }
    try {
      for (let round = 1; round <= kills; round += 1) {
        const acknowledged = await writeUntilKilled(location, acknowledgementsOf(round), async (writer) => {
          writer.kill('SIGKILL')
        })
        await expectEverythingKept(location, acknowledged)
      }
    } finally {
      await rm(directory, { recursive: true, force: true })
    }
  })
})

describe.runIf(testEngine === 'postgres')('a PostgreSQL server', () => {
  test(`keeps everything it acknowledged, killed ${kills} times while writing`, { timeout: patienceMs }, async () => {
    const server = await startPostgresServer({ isDurable: true })
    const { url } = server
    const location: DatabaseLocation = { kind: 'postgres', url, ownerUrl: url, poolSize: 2, statementTimeoutMs: 15_000 }
    try {
      for (let round = 1; round <= kills; round += 1) {
        const acknowledged = await writeUntilKilled(location, acknowledgementsOf(round), () => server.crash())
        await server.restart()
        await expectEverythingKept(location, acknowledged)
      }
    } finally {
      await server.stop()
    }
  })
})

/** Different every round, so that the kill meets the write-ahead log in different places. */
const acknowledgementsOf = (round: number) => 25 + ((round * 37) % 150)

/** Resolves to the number of the last write that was acknowledged, including those on their way when the kill came. */
async function writeUntilKilled(
  location: DatabaseLocation,
  acknowledgements: number,
  kill: (writer: ChildProcess) => Promise<void>,
): Promise<number> {
  const args = [writerFile, JSON.stringify(location)]
  const writer = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const closed = once(writer, 'close')
  const lines = createInterface({ input: writer.stdout })
  // Of a process that is killed, the pipes may end with a reset, which the lines pass on.
  for (const stream of [writer.stdout, writer.stderr, lines]) stream.on('error', () => {})
  let complaint = ''
  writer.stderr.on('data', (chunk) => {
    complaint += chunk
  })
  let seen = 0
  let last = 0
  const killing: Promise<void>[] = []
  lines.on('line', (line) => {
    seen += 1
    last = Number(line)
    if (seen === acknowledgements) killing.push(kill(writer))
  })
  await closed
  await Promise.all(killing)
  expect(seen, complaint).toBeGreaterThanOrEqual(acknowledgements)
  return last
}

async function expectEverythingKept(location: DatabaseLocation, acknowledged: number): Promise<void> {
  const { db, close } = await openDatabase(location)
  try {
    const { rows } = await sql<{ last: number; rows: number; even: number; counted: number }>`
      select max(id) as last, count(*) as rows, count(*) filter (where id % 2 = 0) as even,
        (select n from counted) as counted from written`.execute(db)
    const kept = rows[0]
    // One more may be there: written, but killed before it could say so.
    expect([acknowledged, acknowledged + 1]).toContain(kept?.last)
    expect(kept?.rows).toBe(kept?.last)
    expect(kept?.counted).toBe(kept?.even)
    const byIndex = await db.transaction().execute(async (trx) => {
      await sql`set local enable_seqscan = off`.execute(trx)
      return sql<{ n: number }>`select count(*) as n from written where id > 0`.execute(trx)
    })
    expect(byIndex.rows[0]?.n).toBe(kept?.rows)
  } finally {
    await close()
  }
}
