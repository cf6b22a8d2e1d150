import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { openTestDatabase, testEngine } from '../support/database-template.ts'
import { demonstrationSeed, testInstant } from '../support/demonstration-seed.ts'
import { changeHeaders, type HttpClient, signInOverHttp } from '../support/http-client.ts'
import { runToEnd, startServerProcess } from '../support/server-process.ts'

type Schemas = components['schemas']

const isLong = process.env.FULL === '1'
const patients = Number(process.env.LOAD_PATIENTS ?? (isLong ? 10_000 : 240))
const people = isLong ? 40 : 6
const roundsEach = isLong ? 25 : 4
const patienceMs = isLong ? 900_000 : 120_000

let environment: Readonly<Record<string, string>>
let tidyUp: () => Promise<void>

beforeAll(async () => {
  const clock = { NODE_ENV: 'test', TEST_CLOCK: testInstant.toISOString() }
  if (testEngine === 'pglite') {
    const directory = mkdtempSync(join(tmpdir(), 'load-'))
    environment = { ...clock, DATA_DIR: directory }
    tidyUp = () => rm(directory, { recursive: true, force: true })
  } else {
    const database = await openTestDatabase({ seed: demonstrationSeed() })
    if (database.location.kind !== 'postgres') throw new Error('This is not the postgres project.')
    environment = { ...clock, DATABASE_URL: database.location.url }
    tidyUp = () => database.close()
  }
  const seeded = await runToEnd('server/scripts/run-command.ts', ['seed', '--patients', String(patients)], environment)
  expect(seeded.stderr).toBe('')
  expect(seeded.stdout).toContain(`${patients} patients in all.`)
}, patienceMs)
afterAll(() => tidyUp())

test(
  'many people at once find, read why, and draft: every request is answered and every patient is referred once',
  async () => {
    const server = await startServerProcess(environment)
    try {
      const clients = await signInOneByOne(server.address)
      const rounds = await Promise.all(clients.map((client) => work(client)))
      const drafted = rounds.flatMap(({ answers }) => answers)
      // Two of one team may choose the same patient and trial: one draft is made, the other is told of it.
      expect(drafted.filter((status) => status !== 201 && status !== 409)).toEqual([])
      expect(drafted).toContain(201)
      console.log(summary(rounds.flatMap(({ milliseconds }) => milliseconds)))
    } finally {
      server.signal('SIGTERM')
      expect((await server.ended).exitCode).toBe(0)
    }
  },
  patienceMs,
)

/**
 * They share the twelve accounts of two roles at six hospitals evenly: each account may ask only so often in a minute, and
 * one that many try at the same moment is held back.
 */
async function signInOneByOne(address: string): Promise<readonly HttpClient[]> {
  const clients: HttpClient[] = []
  for (let index = 0; index < people; index += 1) {
    const role = (index + Math.floor(index / 6)) % 2 === 0 ? 'oncologist' : 'nurse'
    clients.push(await signInOverHttp(address, role, `ZZ00${1 + (index % 6)}`))
  }
  return clients
}

interface Worked {
  /** Status of each attempt to start a draft. */
  readonly answers: readonly number[]
  readonly milliseconds: readonly number[]
}

async function work(client: HttpClient): Promise<Worked> {
  const answers: number[] = []
  const milliseconds: number[] = []
  const timed = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    const start = performance.now()
    const answer = await ask()
    milliseconds.push(performance.now() - start)
    return answer
  }
  let after: string | undefined
  for (let round = 0; round < roundsEach; round += 1) {
    const search = { filters: { referralStatus: ['none'] }, limit: 25, ...(after ? { after } : {}) }
    const found = await timed(() => client.post('/patients/search', search))
    expect(found.status).toBe(200)
    const page = JSON.parse(found.body) as Schemas['PatientPage']
    after = page.next ?? undefined
    const patientId = page.items[round % Math.max(1, page.items.length)]?.patientId
    if (patientId === undefined) continue
    const path = `/patients/${patientId}/candidates`
    const { candidates } = await timed(() => client.get<Schemas['CandidateList']>(path))
    await timed(() => client.get(`/referrals?limit=25`))
    const trialId = candidates[0]?.trialId
    if (trialId === undefined) continue
    await timed(() => client.get(`/patients/${patientId}/trials/${trialId}`))
    const draft = await timed(() => client.post('/referrals', { patientId, trialId }, changeHeaders(null)))
    answers.push(draft.status)
  }
  return { answers, milliseconds }
}

function summary(milliseconds: readonly number[]): string {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0)
  return `Load on ${testEngine}: ${patients} patients, ${people} people, ${sorted.length} requests; p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms.`
}
