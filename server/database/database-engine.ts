import type { Kysely } from 'kysely'
import type { OnCommand } from './command-channel.ts'
import type { Database } from './schema.ts'

/** Which database to open: one inside this process, kept in a directory or in memory, or a PostgreSQL server. */
export type DatabaseLocation = EmbeddedLocation | PostgresLocation

export type EmbeddedLocation =
  | {
      readonly kind: 'directory'
      readonly directory: string
      /** Runs a script's command inside this process, which alone may open the directory. */
      readonly onCommand?: OnCommand
    }
  | {
      readonly kind: 'memory'
      /** A dump to start from; null for an empty database. */
      readonly dumpFile: string | null
    }

export interface PostgresLocation {
  readonly kind: 'postgres'
  /** Connection string, as which the service works; says how to use TLS by `sslmode`. */
  readonly url: string
  /** The same database as the role that owns its tables; `url` where that is the same. */
  readonly ownerUrl: string
  readonly poolSize: number
  readonly statementTimeoutMs: number
}

/** An open database. Both engines speak the same SQL and return the same values. */
export interface OpenDatabase {
  readonly engine: 'pglite' | 'postgres'
  /** Which it is, in words for a terminal. */
  readonly place: string
  /** As the owner of its tables: for migrations, the demonstration, commands at a terminal, and statistics. */
  readonly db: Kysely<Database>
  /**
   * As the service works in it. A request or a job takes on a role of its own in a transaction (`inTransaction`). What
   * stands outside one is `app_gate`: it may find out who asks and which work waits, and reads nothing of a patient.
   */
  readonly gate: Kysely<Database>
  /**
   * Calls back for every NOTIFY on a channel once its transaction has committed. A null payload means that the
   * connection was lost and restored, and that notifications may have been missed.
   */
  listen(channel: string, onPayload: (payload: string | null) => void): Promise<() => Promise<void>>
  close(): Promise<void>
}
