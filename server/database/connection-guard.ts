import { AsyncLocalStorage } from 'node:async_hooks'
import { type ConnectionProvider, type Dialect, Kysely } from 'kysely'

/** Which asynchronous contexts hold a connection. Instances on the same database share one. */
export type Holding = AsyncLocalStorage<{ held: boolean }>

export function nobodyHolds(): Holding {
  return new AsyncLocalStorage()
}

/**
 * A Kysely instance that throws at once when it is used while this asynchronous context already holds a connection of
 * its database, that is, when code inside a transaction forgets the transaction it was given. The embedded database has
 * one session, so such a query would wait for itself for ever; on a server it would read and write outside the
 * transaction, past the caller's row-level security.
 */
export function guardedKysely<Tables>(dialect: Dialect, holding: Holding): Kysely<Tables> {
  // One driver for both instances: the first opens and locks connections, the second begins transactions on them.
  const driver = dialect.createDriver()
  const unguarded = new Kysely<Tables>({
    dialect: {
      createDriver: () => driver,
      createAdapter: () => dialect.createAdapter(),
      createIntrospector: (db) => dialect.createIntrospector(db),
      createQueryCompiler: () => dialect.createQueryCompiler(),
    },
  }).getExecutor()
  const executor = unguarded.withConnectionProvider(guard(unguarded, holding))
  return new Kysely<Tables>({ config: { dialect }, dialect, driver, executor })
}

function guard(connections: ConnectionProvider, holding: Holding): ConnectionProvider {
  return {
    provideConnection(consumer, options) {
      // Work that was started inside a transaction and outlives it keeps the context, hence the flag.
      if (holding.getStore()?.held === true) return Promise.reject(new ConnectionAlreadyHeld())
      return connections.provideConnection(async (connection) => {
        const hold = { held: true }
        try {
          return await holding.run(hold, () => consumer(connection))
        } finally {
          hold.held = false
        }
      }, options)
    },
  }
}

/** The database was used directly inside one of its own transactions. */
export class ConnectionAlreadyHeld extends Error {
  override readonly name = 'ConnectionAlreadyHeld'

  constructor() {
    super(
      'The database was used inside an open transaction, past the transaction. ' +
        'Pass the transaction (trx) on to this function and query that; work for later belongs in the outbox.',
    )
  }
}
