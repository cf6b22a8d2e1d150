import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { openDatabase } from '../../server/database/open-database.ts'
import { openTestDatabase, testEngine } from '../support/database-template.ts'
import { demonstrationSeed, testInstant } from '../support/demonstration-seed.ts'
import { type HttpClient, signInOverHttp } from '../support/http-client.ts'
import { runToEnd, startServerProcess } from '../support/server-process.ts'

type Schemas = components['schemas']

const kills = Number(process.env.KILLS ?? 1)
const patienceMs = 120_000 + kills * 30_000
const script = 'server/scripts/run-command.ts'

let environment: Readonly<Record<string, string>>
let location: Parameters<typeof openDatabase>[0]
let tidyUp: () => Promise<void>

beforeAll(async () => {
  const clock = { NODE_ENV: 'test', TEST_CLOCK: testInstant.toISOString() }
  if (testEngine === 'pglite') {
    const directory = mkdtempSync(join(tmpdir(), 'audit-kill-'))
    environment = { ...clock, DATA_DIR: directory }
    location = { kind: 'directory', directory }
    tidyUp = () => rm(directory, { recursive: true, force: true })
  } else {
    const database = await openTestDatabase({ seed: demonstrationSeed() })
    if (database.location.kind !== 'postgres') throw new Error('This is not the postgres project.')
    environment = { ...clock, DATABASE_URL: database.location.url }
    location = database.location
    tidyUp = () => database.close()
  }
})
afterAll(() => tidyUp())

/** Opens one patient record after the other until the server is gone, and counts those that were shown. */
async function read(client: HttpClient, patientIds: readonly string[], onShown: (patientId: string) => void) {
  for (let index = 0; ; index += 1) {
    const patientId = patientIds[index % patientIds.length] ?? ''
    const shown = await client.get(`/patients/${patientId}`).catch(() => null)
    if (shown === null) return
    onShown(patientId)
  }
}

const verify = async () => await runToEnd(script, ['audit', 'verify'], environment)

test(`nothing was shown that the log does not hold, and its chain is whole, killed ${kills} times at it`, {
  timeout: patienceMs,
}, async () => {
  const shown = new Map<string, number>()
  for (let round = 1; round <= kills; round += 1) {
    const server = await startServerProcess(environment)
    try {
      const clients = await Promise.all([1, 2, 3].map(() => signInOverHttp(server.address, 'nurse', 'ZZ001')))
      const [first] = clients
      if (!first) throw new Error('Nobody is signed in.')
      const answer = await first.post('/patients/search', { filters: {}, limit: 20 })
      const page: Schemas['PatientPage'] = JSON.parse(answer.body)
      const patientIds = page.items.map(({ patientId }) => patientId)
      // While the server runs on the embedded database, the command runs inside it.
      const running = await verify()
      expect(running).toMatchObject({ exitCode: 0, stderr: '' })
      expect(running.stdout).toContain('The audit log is whole: ')

      // Different every round, so that the kill meets requests and the sealer in different places.
      const untilKill = 60 + ((round * 37) % 90)
      let count = 0
      const onShown = (patientId: string) => {
        shown.set(patientId, (shown.get(patientId) ?? 0) + 1)
        count += 1
        if (count === untilKill) server.signal('SIGKILL')
      }
      await Promise.all(clients.map((client) => read(client, patientIds, onShown)))
      expect(count).toBeGreaterThanOrEqual(untilKill)
    } finally {
      server.signal('SIGKILL')
      await server.ended
    }
    expect(await verify()).toMatchObject({ exitCode: 0, stderr: '' })
  }

  // A start and a stop in good order link what the last kill left.
  const server = await startServerProcess(environment)
  server.signal('SIGTERM')
  await server.ended
  const { db, close } = await openDatabase(location)
  try {
    const views = await db
      .selectFrom('audit_event')
      .select('patient_ids')
      .where('operation', '=', 'getPatient')
      .execute()
    for (const [patientId, times] of shown) {
      const written = views.filter(({ patient_ids }) => patient_ids.includes(patientId)).length
      expect(written, patientId).toBeGreaterThanOrEqual(times)
    }
    const events = await db
      .selectFrom('audit_event')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('operation', '<>', 'command:audit')
      .executeTakeFirstOrThrow()
    const links = await db
      .selectFrom('audit_link')
      .innerJoin('audit_event', 'audit_event.event_id', 'audit_link.event_id')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('operation', '<>', 'command:audit')
      .executeTakeFirstOrThrow()
    expect(links).toEqual(events)
  } finally {
    await close()
  }
})
