import pg from 'pg'
import type { PostgresLocation } from '../../server/database/database-engine.ts'
import { migrate } from '../../server/database/migrate.ts'
import { openDatabase } from '../../server/database/open-database.ts'
import type { Seed } from './database-seed.ts'

// Any fixed number will do: whoever holds this lock makes a template or copies one.
const templateLock = 820_411

/** Makes a database as a copy of a migrated and seeded template, after making the template if the server has none. */
export async function createPostgresDatabase(
  server: string,
  key: string,
  name: string,
  seed: Seed | null,
): Promise<{ location: PostgresLocation; drop: () => Promise<void> }> {
  const template = `template_${key}`
  await asAdministrator(server, async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLock])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template])
    if (rowCount === 0) await makeTemplate(server, client, template, seed)
    await client.query(`create database ${name} template ${template}`)
  })
  return {
    location: locationOf(server, name),
    drop: () => asAdministrator(server, (client) => client.query(`drop database ${name} with (force)`)),
  }
}

/** Under another name until it is complete, so that an interrupted run leaves nothing that looks usable. */
async function makeTemplate(server: string, client: pg.Client, template: string, seed: Seed | null): Promise<void> {
  const unfinished = `${template}_unfinished`
  await client.query(`drop database if exists ${unfinished} with (force)`)
  await client.query(`create database ${unfinished} encoding 'UTF8' locale 'C' template template0`)
  const database = await openDatabase(locationOf(server, unfinished))
  try {
    await migrate(database.db)
    await seed?.run(database.db)
  } finally {
    await database.close()
  }
  await client.query(`alter database ${unfinished} rename to ${template}`)
}

function locationOf(server: string, name: string): PostgresLocation {
  const url = new URL(server)
  url.pathname = `/${name}`
  return { kind: 'postgres', url: url.href, ownerUrl: url.href, poolSize: 4, statementTimeoutMs: 15_000 }
}

/** The lock, if taken, ends with the connection. */
async function asAdministrator(server: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
