import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { readConfig } from '../../server/config.ts'
import { startService } from '../../server/start/start-service.ts'
import { testEngine } from '../support/database-template.ts'
import { httpClient, signInOverHttp } from '../support/http-client.ts'
import { type PostgresServer, startPostgresServer } from '../support/postgres-server.ts'

/* An installation where requests are served as a role that owns nothing, set up as docs/deploying.md says. */

type Schemas = components['schemas']

const patienceMs = 120_000
const setUp = [
  'create role trials_owner login createrole',
  'create role trials_service login noinherit',
  ...['trials', 'demonstration'].flatMap((name) => [
    `create database ${name} owner trials_owner encoding 'UTF8' template template0`,
    `revoke connect on database ${name} from public`,
    `grant connect on database ${name} to trials_service`,
  ]),
]

describe.runIf(testEngine === 'postgres')('a service that signs in as a role that owns nothing', () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgresServer({ isDurable: false })
    await asSuperuser(...setUp)
  }, patienceMs)
  afterAll(() => server.stop())

  function address(user: string, database: string): string {
    const url = new URL(server.url)
    url.username = user
    url.pathname = `/${database}`
    return url.href
  }

  async function as<Result>(user: string, database: string, work: (client: pg.Client) => Promise<Result>) {
    const client = new pg.Client({ connectionString: address(user, database) })
    await client.connect()
    try {
      return await work(client)
    } finally {
      await client.end()
    }
  }

  const asSuperuser = (...statements: readonly string[]) =>
    as('postgres', 'postgres', async (client) => {
      for (const statement of statements) await client.query(statement)
    })

  async function start(name: string, more: Readonly<Record<string, string>> = {}) {
    const lines: string[] = []
    const config = readConfig({
      DATABASE_URL: address('trials_service', name),
      DATABASE_OWNER_URL: address('trials_owner', name),
      ...{ PORT: '0', LOG_LEVEL: 'silent', ...more },
    })
    const service = await startService(config, (line) => lines.push(line))
    return { service, said: [...lines, ...service.welcome].join('\n') }
  }

  async function makeAdministrator() {
    const { service, said } = await start('trials')
    const token = /\/set-up#(\S+)/.exec(said)?.[1] ?? null
    const credentials = { email: 'ada@example.org', password: 'twelve letters or more' }
    const nobody = httpClient(service.address, '')
    const made = await nobody.post('/first-administrator', { token, name: 'Ada', ...credentials })
    expect(made.status).toBe(201)
    const signedIn = await nobody.post('/session', credentials)
    expect(signedIn.status).toBe(200)
    await service.close()

    const again = await start('trials')
    expect(again.said).not.toContain('Migrated')
    await again.service.close()
  }

  test('starts, makes the first administrator, signs in, and starts again', makeAdministrator, patienceMs)

  async function showPatients() {
    const { service } = await start('demonstration', { DEMO_DATA: 'on' })
    const nurse = await signInOverHttp(service.address, 'nurse', 'ZZ001')
    const search = async (filters: object) => {
      const found = await nurse.post('/patients/search', { filters, sort: 'name', limit: 50 })
      expect(found.status).toBe(200)
      return (JSON.parse(found.body) as Schemas['PatientPage']).items
    }
    const own = await search({})
    const [patient] = own
    const name = patient?.name.familyName ?? ''
    const named = await search({ text: name.slice(0, 4) })
    expect(named.map(({ patientId }) => patientId)).toContain(patient?.patientId)
    expect(named.length).toBeLessThan(own.length)
    const record = await nurse.get<Schemas['Patient']>(`/patients/${patient?.patientId}`)
    expect(record.name.familyName).toBe(name)
    const stranger = await signInOverHttp(service.address, 'nurse', 'ZZ002')
    await expect(stranger.get(`/patients/${patient?.patientId}`)).rejects.toThrow(/404/)
    await service.close()
  }

  test(
    'shows a nurse her patients, finds one by a piece of a name, and shows them to nobody else',
    showPatients,
    patienceMs,
  )

  test('is told at the start that it may not sign in', async () => {
    await asSuperuser('alter role trials_service nologin')
    await expect(start('trials')).rejects.toThrow(
      /^The service cannot sign in to .* as DATABASE_URL says: .*not permitted to log in\. Check the user/,
    )
    await asSuperuser('alter role trials_service login')
  })

  test('may not change a table, nor read one without taking on a role of the application', async () => {
    const refused = { code: '42501' }
    await as('trials_service', 'trials', async (client) => {
      await expect(client.query('drop table patient')).rejects.toMatchObject(refused)
      await expect(client.query('select * from patient')).rejects.toMatchObject(refused)
      await expect(client.query('set role trials_owner')).rejects.toMatchObject(refused)
    })
  })
})
