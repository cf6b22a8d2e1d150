import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { components } from '#api/schema.ts'
import { openTestDatabase, testEngine } from '../../tests/support/database-template.ts'
import { httpClient, signInOverHttp } from '../../tests/support/http-client.ts'
import { runToEnd, type ServerProcess, startServerProcess } from '../../tests/support/server-process.ts'
import { readConfig } from '../config.ts'
import { exampleStudy, exampleStudyWith } from '../interchange/clinical-trials-gov/example-study.ts'
import { type RunningService, startService } from './start-service.ts'

type Schemas = components['schemas']

const importScript = 'server/scripts/run-command.ts'
const patienceMs = 120_000

const sessionOf = (address: string, cookie = '') => httpClient(address, cookie).get<Schemas['Session']>('/session')

describe.runIf(testEngine === 'pglite')('on the embedded database', () => {
  let folder: string
  let environment: Readonly<Record<string, string>>
  let server: ServerProcess
  let firstCookie: string

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'start-service-'))
    environment = { DATA_DIR: join(folder, 'data'), PORT: '0', LOG_LEVEL: 'silent' }
    const lines: string[] = []
    const first = await startService(readConfig(environment), (line) => lines.push(line))
    try {
      firstCookie = (await signInOverHttp(first.address, 'nurse', 'ZZ001')).cookie
    } finally {
      await first.close()
    }
    expect(lines.join('\n')).toContain('Filling the empty database with the demonstration.')
    expect(lines).toContain('  240 of 240 patients')
    server = await startServerProcess(environment)
  }, patienceMs)
  afterAll(async () => {
    server.signal('SIGKILL')
    await server.ended
    rmSync(folder, { recursive: true })
  })

  test('a start says where to go and how to get in', () => {
    const said = server.printed()
    expect(said).toContain(`Refer patients to rare cancer trials: ${server.address}`)
    expect(said).toContain(`Database: embedded, in ${environment.DATA_DIR}`)
    expect(said).toMatch(/Every account has the password: \S+/)
    for (const role of ['oncologist', 'site-nurse', 'investigator', 'trust-lead', 'privacy-officer']) {
      expect(said).toContain(`${role}@zz001.example`)
    }
    expect(said).toContain('national-lead@national.example')
  })

  test('the second start fills nothing and keeps what was there, people’s sessions too', async () => {
    expect(server.printed()).not.toContain('Filling')
    expect(server.printed()).not.toContain('Migrated')
    const session = await sessionOf(server.address, firstCookie)
    expect(session).toMatchObject({ isDemonstration: true, caller: { role: 'nurse', organisation: { code: 'ZZ001' } } })
  })

  test('it is alive and ready', async () => {
    const nobody = httpClient(server.address, '')
    expect(await nobody.get('/health')).toEqual({ status: 'ok' })
    expect(await nobody.get('/ready')).toEqual({ status: 'ready', engine: 'pglite' })
  })

  test('a second process on the same directory is refused, and told by whom and what to do', async () => {
    const second = await runToEnd('server/main.ts', [], environment)
    expect(second.exitCode).toBe(1)
    expect(second.stderr).toMatch(
      /^The data directory \S+ is in use by process \d+ on \S+\. Stop that process, or give/,
    )
    expect(second.stderr).not.toMatch(/\n\s+at /)
    expect((await sessionOf(server.address, firstCookie)).caller).not.toBeNull()
  })

  test('an import runs inside the server that holds the directory, with the same text and exit code', async () => {
    const broken = exampleStudyWith({ statusModule: { overallStatus: 'ALMOST_OPEN' } })
    const file = join(folder, 'trials.jsonl')
    writeFileSync(file, `${JSON.stringify(exampleStudy)}\n${JSON.stringify(broken)}\n`)
    const imported = await runToEnd(importScript, ['import', 'trials', file], environment)
    expect(imported.stderr).toBe('')
    expect(imported.exitCode).toBe(1)
    expect(imported.stdout).toContain('line 2 (NCT09990001): protocolSection.statusModule.overallStatus')
    expect(imported.stdout).toContain('1 added, 0 changed, 0 unchanged, 1 rejected.\n')
    const client = httpClient(server.address, firstCookie)
    const { items } = await client.get<Schemas['TrialPage']>('/trials?text=NCT09990001')
    expect(items.map(({ title }) => title)).toEqual(['Examplinib in Leiomyosarcoma'])
    const wrong = await runToEnd(importScript, ['import', 'patients', file], environment)
    expect(wrong).toMatchObject({ exitCode: 2, stdout: '' })
    expect(wrong.stderr).toContain('Usage: npm run import -- trials PATH')
    expect((await runToEnd(importScript, ['export'], environment)).stderr).toContain('There is no command "export".')
  })

  test(
    'what was imported is screened without anybody asking',
    async () => {
      const client = httpClient(server.address, firstCookie)
      const { items } = await client.get<Schemas['TrialPage']>('/trials?text=NCT09990001')
      await vi.waitFor(
        async () => {
          const page = await client.get<Schemas['TrialPatientPage']>(`/trials/${items[0]?.trialId}/patients`)
          const counted = Object.values(page.counts).reduce((sum, count) => sum + count, 0)
          expect(counted).toBeGreaterThan(0)
          expect(page.counts.noFailuresFound).toBe(0)
        },
        { timeout: patienceMs },
      )
    },
    patienceMs,
  )

  test(
    'Ctrl-C lets the request in hand finish, closes, and ends with 0; then an import opens the directory itself',
    async () => {
      const body = JSON.stringify({ filters: {}, limit: 3 })
      const asked = request(`${server.address}/api/patients/search`, {
        method: 'POST',
        headers: {
          cookie: firstCookie,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          expect: '100-continue',
        },
      })
      const answered = once(asked, 'response')
      // The server has taken the request in hand and waits for its body.
      const taken = once(asked, 'continue')
      asked.flushHeaders()
      await taken
      server.signal('SIGINT')
      await vi.waitFor(() => expect(server.printed()).toContain('Finishing requests and closing.'))
      asked.end(body)
      const [response] = await answered
      expect(response.statusCode).toBe(200)
      expect(JSON.parse((await response.toArray()).join('')).items).toHaveLength(3)
      const { exitCode, stderr } = await server.ended
      expect(stderr).toBe('')
      expect(exitCode).toBe(0)
      const file = join(folder, 'again.json')
      writeFileSync(file, JSON.stringify(exampleStudy))
      const place = `embedded, in ${environment.DATA_DIR}`
      expect(await runToEnd(importScript, ['import', 'trials', file], environment)).toEqual({
        exitCode: 0,
        stdout: `Database: ${place}\n0 added, 0 changed, 1 unchanged, 0 rejected.\nKept in ${place}\n`,
        stderr: '',
      })
    },
    patienceMs,
  )

  test('a wrong setting is named with its remedy, and nothing is opened', async () => {
    const wrong = await runToEnd('server/main.ts', [], { ...environment, PORT: 'many' })
    expect(wrong.exitCode).toBe(1)
    expect(wrong.stderr).toContain('PORT')
    expect(wrong.stderr).not.toMatch(/\n\s+at /)
  })
})

describe.runIf(testEngine === 'postgres')('on a PostgreSQL server', () => {
  async function startOn(url: string, more: Readonly<Record<string, string>> = {}) {
    const lines: string[] = []
    const config = readConfig({ DATABASE_URL: url, PORT: '0', LOG_LEVEL: 'silent', ...more })
    const service = await startService(config, (line) => lines.push(line))
    return { service, said: [...lines, ...service.welcome].join('\n') }
  }

  const linkIn = (said: string) => /\/set-up#(\S+)/.exec(said)?.[1] ?? null
  const locationOf = ({ location }: Awaited<ReturnType<typeof openTestDatabase>>) => {
    if (location.kind !== 'postgres') throw new Error('This is not the postgres project.')
    return location.url
  }
  const followLink = ({ address }: RunningService, token: string | null) =>
    httpClient(address, '').post('/first-administrator', {
      token,
      name: 'Ada',
      email: 'ada@example.org',
      password: 'twelve letters or more',
    })

  test('the first start makes no demonstration and prints a link that creates the first administrator once', async () => {
    const database = await openTestDatabase()
    const first = await startOn(locationOf(database))
    expect(first.said).toContain('Database: PostgreSQL, ')
    expect(first.said).toContain('Nobody has an account yet.')
    expect(first.said).not.toContain('password:')
    expect(await sessionOf(first.service.address)).toMatchObject({
      isDemonstration: false,
      needsFirstAdministrator: true,
    })
    const patients = await database.db.selectFrom('patient').select('patient_id').execute()
    expect(patients).toEqual([])
    await first.service.close()

    // Nobody used it: the next start prints another, and only the newest works.
    const second = await startOn(locationOf(database))
    expect(linkIn(second.said)).not.toBe(linkIn(first.said))
    expect((await followLink(second.service, linkIn(first.said))).status).toBe(403)
    expect((await followLink(second.service, linkIn(second.said))).status).toBe(201)
    expect((await followLink(second.service, linkIn(second.said))).status).toBe(403)
    await second.service.close()

    const third = await startOn(locationOf(database))
    expect(linkIn(third.said)).toBeNull()
    expect(third.said).not.toContain('Nobody has an account')
    await third.service.close()
    await database.close()
  })

  test('DEMO_DATA=on fills it with the demonstration', async () => {
    const database = await openTestDatabase()
    const { service, said } = await startOn(locationOf(database), { DEMO_DATA: 'on' })
    expect(said).toContain('Filling the empty database with the demonstration.')
    expect(linkIn(said)).toBeNull()
    const nurse = await signInOverHttp(service.address, 'nurse', 'ZZ001')
    const { isDemonstration } = await nurse.get<Schemas['Session']>('/session')
    expect(isDemonstration).toBe(true)
    await service.close()
    await database.close()
  }, 60_000)
})
