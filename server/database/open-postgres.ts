import { PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { guardedKysely } from './connection-guard.ts'
import type { OpenDatabase, PostgresLocation } from './database-engine.ts'
import { describeDatabase } from './describe-database.ts'
import { listenOnPostgres } from './listen-on-postgres.ts'
import { arrayElementTypes, columnParsers, parseArrayText, sessionSettings } from './parse-column-values.ts'
import type { Database } from './schema.ts'

const unreachedRemedy =
  '. Check that the server runs and that DATABASE_URL names its host, port, user, password and database; without DATABASE_URL the embedded database is used.'
const oldestServerVersion = 150_000

/** Opens a pool of connections to a PostgreSQL server. */
export async function openPostgres(location: PostgresLocation): Promise<OpenDatabase> {
  const { url, poolSize, statementTimeoutMs } = location
  const settings: pg.ClientConfig = {
    connectionString: withSessionSettings(url),
    types: typeParsers(),
    application_name: 'rare-cancer-trials',
    statement_timeout: statementTimeoutMs,
    // A transaction here is one short unit of work; one that idles has lost its owner and only blocks the others.
    idle_in_transaction_session_timeout: 2 * statementTimeoutMs,
    connectionTimeoutMillis: 10_000,
  }
  const pool = new pg.Pool({ ...settings, max: poolSize })
  // A connection that the server drops is replaced on next use, and the query it was in is told. Without listeners it
  // would end the process: the pool hears of an idle one, and of one that is in use only the connection itself does.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = guardedKysely<Database>(new PostgresDialect({ pool }))
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
    throw new Error(`Cannot use the database at ${describe(url)}: ${messageOf(error)}${remedy}`, { cause: error })
  }

  return {
    engine: 'postgres',
    place: describeDatabase(location),
    db,
    async listen(channel, onPayload) {
      const stop = await listenOnPostgres(settings, channel, onPayload)
      stopListening.add(stop)
      return async () => {
        stopListening.delete(stop)
        await stop()
      }
    },
    async close() {
      await Promise.all([...stopListening].map((stop) => stop()))
      await db.destroy()
    },
  }
}

/**
 * Session settings travel with the connection, so that no query ever runs without them. `jit` is off because screening
 * sends many different statements, and compiling each costs more than running it.
 */
function withSessionSettings(url: string): string {
  const parsed = new URL(url)
  const settings = Object.entries({ jit: 'off', ...sessionSettings }).map(([name, value]) => `-c ${name}=${value}`)
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
