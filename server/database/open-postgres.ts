import { type Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { guardedKysely, type Holding, nobodyHolds } from './connection-guard.ts'
import type { OpenDatabase, PostgresLocation } from './database-engine.ts'
import { describeDatabase } from './describe-database.ts'
import { listenOnPostgres } from './listen-on-postgres.ts'
import { arrayElementTypes, columnParsers, parseArrayText, sessionSettings } from './parse-column-values.ts'
import type { Database } from './schema.ts'

const unreachedRemedy =
  '. Check that the server runs and that DATABASE_URL names its host, port, user, password and database; without DATABASE_URL the embedded database is used.'
const oldestServerVersion = 150_000

/** Opens two pools of connections to a PostgreSQL server: one for the owner of the tables, one for the service. */
export async function openPostgres(location: PostgresLocation): Promise<OpenDatabase> {
  const { url, ownerUrl } = location
  const holding = nobodyHolds()
  const db = pooledKysely(clientSettings(location, ownerUrl, {}), location.poolSize, holding)
  // Connects when it is first used, which is when the migrations have made its role.
  const gate = pooledKysely(clientSettings(location, url, { role: 'app_gate' }), location.poolSize, holding)
  const stopListening = new Set<() => Promise<void>>()

  let isReached = false
  try {
    const answer = await sql<{ version: number }>`select current_setting('server_version_num')::int as version`.execute(
      db,
    )
    isReached = true
    assertServerVersion(answer.rows[0]?.version)
  } catch (error) {
    await db.destroy()
    const remedy = isReached ? '' : unreachedRemedy
    throw new Error(`Cannot use the database at ${describe(ownerUrl)}: ${messageOf(error)}${remedy}`, { cause: error })
  }

  return {
    engine: 'postgres',
    place: describeDatabase(location),
    db,
    gate,
    async listen(channel, onPayload) {
      const stop = await listenOnPostgres(clientSettings(location, url, {}), channel, onPayload)
      stopListening.add(stop)
      return async () => {
        stopListening.delete(stop)
        await stop()
      }
    },
    async close() {
      await Promise.all([...stopListening].map((stop) => stop()))
      await Promise.all([db.destroy(), gate.destroy()])
    },
  }
}

function clientSettings(
  { statementTimeoutMs }: PostgresLocation,
  url: string,
  more: Readonly<Record<string, string>>,
): pg.ClientConfig {
  return {
    connectionString: withSessionSettings(url, more),
    types: typeParsers(),
    application_name: 'rare-cancer-trials',
    statement_timeout: statementTimeoutMs,
    // A transaction here is one short unit of work; one that idles has lost its owner and only blocks the others.
    idle_in_transaction_session_timeout: 2 * statementTimeoutMs,
    connectionTimeoutMillis: 10_000,
  }
}

function pooledKysely(settings: pg.ClientConfig, max: number, holding: Holding): Kysely<Database> {
  const pool = new pg.Pool({ ...settings, max })
  // A connection that the server drops is replaced on next use, and the query it was in is told. Without listeners it
  // would end the process: the pool hears of an idle one, and of one that is in use only the connection itself does.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return guardedKysely<Database>(new PostgresDialect({ pool }), holding)
}

/**
 * Session settings travel with the connection, so that no query ever runs without them. `jit` is off because screening
 * sends many different statements, and compiling each costs more than running it.
 */
function withSessionSettings(url: string, more: Readonly<Record<string, string>>): string {
  const parsed = new URL(url)
  const settings = Object.entries({ jit: 'off', ...sessionSettings, ...more }).map(
    ([name, value]) => `-c ${name}=${value}`,
  )
  parsed.searchParams.set('options', [parsed.searchParams.get('options') ?? '', ...settings].join(' ').trim())
  return parsed.href
}

function typeParsers(): pg.TypeOverrides {
  const types = new pg.TypeOverrides()
  for (const [oid, parse] of Object.entries(columnParsers)) types.setTypeParser<unknown>(Number(oid), parse)
  for (const [arrayOid, elementOid] of arrayElementTypes) {
    types.setTypeParser(arrayOid, (text) => parseArrayText(text, columnParsers[elementOid]))
  }
  return types
}

function assertServerVersion(version: number | undefined): void {
  if (version !== undefined && version >= oldestServerVersion) return
  throw new Error(`it runs PostgreSQL ${Math.floor((version ?? 0) / 10_000)}; version 15 or later is needed.`)
}

/** The address without its password, for a message that ends in a log. */
function describe(url: string): string {
  const { hostname, port, pathname } = new URL(url)
  return `${hostname}:${port || '5432'}${pathname}`
}

function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}
