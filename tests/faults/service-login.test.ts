import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { startService } from '../../server/start/start-service.ts'
import { testEngine } from '../support/database-template.ts'
import { httpClient } from '../support/http-client.ts'
import { type PostgresServer, startPostgresServer } from '../support/postgres-server.ts'

/* An installation where requests are served as a role that owns nothing, set up as docs/deploying.md says. */

const patienceMs = 60_000
const setUp = [
  'create role trials_owner login createrole',
  "create database trials owner trials_owner encoding 'UTF8' template template0",
  'create role trials_service login noinherit',
]

describe.runIf(testEngine === 'postgres')('a service that signs in as a role that owns nothing', () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgresServer({ isDurable: false })
    await as('postgres', 'postgres', async (client) => {
      for (const statement of setUp) await client.query(statement)
    })
  }, patienceMs)
  afterAll(() => server.stop())

  function address(user: string, database: string): string {
    const url = new URL(server.url)
    if (user !== 'postgres') url.username = user
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

  const start = async (lines: string[] = []) => {
    const config = readConfig({
      DATABASE_URL: address('trials_service', 'trials'),
      DATABASE_OWNER_URL: address('trials_owner', 'trials'),
      ...{ PORT: '0', LOG_LEVEL: 'silent' },
    })
    const service = await startService(config, (line) => lines.push(line))
    return { service, said: [...lines, ...service.welcome].join('\n') }
  }

  test(
    'starts, makes the first administrator, signs in, and starts again',
    async () => {
      const { service, said } = await start()
      const token = /\/set-up#(\S+)/.exec(said)?.[1] ?? null
      const credentials = { email: 'ada@example.org', password: 'twelve letters or more' }
      const nobody = httpClient(service.address, '')
      const made = await nobody.post('/first-administrator', { token, name: 'Ada', ...credentials })
      expect(made.status).toBe(201)
      const signedIn = await nobody.post('/session', credentials)
      expect(signedIn.status).toBe(200)
      await service.close()

      const again = await start()
      expect(again.said).not.toContain('Migrated')
      await again.service.close()
    },
    patienceMs,
  )

  test('may not change a table, nor read one without taking on a role of the application', async () => {
    const refused = { code: '42501' }
    await as('trials_service', 'trials', async (client) => {
      await expect(client.query('drop table patient')).rejects.toMatchObject(refused)
      await expect(client.query('select * from patient')).rejects.toMatchObject(refused)
      await expect(client.query('set role trials_owner')).rejects.toMatchObject(refused)
    })
  })
})
