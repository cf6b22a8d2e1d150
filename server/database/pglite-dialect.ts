import {
  AbortedTransactionError,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PGliteAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type { PgliteClient } from './pglite-client.ts'
import type { PgliteSession, SessionRole } from './pglite-session.ts'

/**
 * Kysely over the database in the worker thread. Kysely's own PGlite dialect waits for ever when a transaction cannot
 * begin, which is what happens when the thread has died; here the caller gets the error. `role` is whom everything that
 * is asked through this dialect acts as, unless a transaction takes on another.
 */
export function pgliteDialect(session: PgliteSession, role: SessionRole): Dialect {
  return {
    createAdapter: () => new PGliteAdapter(),
    createDriver: () => pgliteDriver(session, role),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

function pgliteDriver(session: PgliteSession, role: SessionRole): Driver {
  const { client } = session
  let acting = Promise.resolve()
  const connection = pgliteConnection(client, () => acting)
  let letGo = () => {}
  return {
    init: async () => {},
    async acquireConnection() {
      letGo = await session.hold()
      // Not waited for: Kysely never lets go of a connection that it was refused. The first statement says what is wrong.
      acting = session.actAs(role)
      return connection
    },
    async beginTransaction(_connection, { isolationLevel, accessMode }) {
      const isolation = isolationLevel === undefined ? '' : `isolation level ${isolationLevel}`
      // Not waited for: the thread takes statements in turn. Where it has died, the next statement says so.
      client.query(`begin ${isolation} ${accessMode ?? ''}`).catch(() => undefined)
    },
    async commitTransaction() {
      // PostgreSQL answers COMMIT with ROLLBACK when a statement had failed and its error was swallowed.
      const { command } = await client.query('commit')
      if (command === 'ROLLBACK') throw new AbortedTransactionError()
    },
    async rollbackTransaction() {
      await client.query('rollback')
    },
    async savepoint(_connection, name) {
      await client.query(`savepoint ${quoted(name)}`)
    },
    async rollbackToSavepoint(_connection, name) {
      await client.query(`rollback to ${quoted(name)}`)
    },
    async releaseSavepoint(_connection, name) {
      await client.query(`release ${quoted(name)}`)
    },
    releaseConnection: async () => letGo(),
    destroy: () => client.close(),
  }
}

function pgliteConnection(client: PgliteClient, isReady: () => Promise<void>): DatabaseConnection {
  return {
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      await isReady()
      const { rows, affectedRows } = await client.query<Row>(query.sql, query.parameters)
      return affectedRows === undefined ? { rows } : { rows, numAffectedRows: BigInt(affectedRows) }
    },
    streamQuery() {
      throw new Error('The embedded database cannot stream rows; read them page by page.')
    },
  }
}

function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`
}
