import type { Kysely } from 'kysely'
import type { Database } from '../../server/database/schema.ts'

/** Rows that a test's database starts with. `version` changes whenever the rows would. */
export interface Seed {
  readonly version: string
  readonly run: (db: Kysely<Database>) => Promise<void>
}
