import { randomBytes } from 'node:crypto'
import type { OpenDatabase } from '../database/database-engine.ts'

/**
 * The secret that signs session cookies of an installation that was given none: made once and kept in the database, so
 * that a restart signs nobody out and all instances on one database agree. A signature alone opens no session: the
 * identifier inside must also be in the session table.
 */
export async function keptSessionSecret({ db }: OpenDatabase): Promise<string> {
  await db
    .insertInto('setting')
    .values({ name: 'session-secret', value: JSON.stringify({ secret: randomBytes(32).toString('hex') }) })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  const { value } = await db
    .selectFrom('setting')
    .select('value')
    .where('name', '=', 'session-secret')
    .executeTakeFirstOrThrow()
  if (typeof value.secret !== 'string')
    throw new Error('The setting "session-secret" holds no secret. Delete the row and start again.')
  return value.secret
}
