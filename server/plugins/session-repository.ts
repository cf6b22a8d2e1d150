import type { Kysely } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { Caller } from './operation.ts'
import type { SessionRows } from './sessions.ts'

/** Session rows in the database. Expired rows are never read; `removeExpired` takes them away. */
export function sessionRows(db: Kysely<Database>): SessionRows {
  return {
    async read(sessionHash) {
      const row = await db
        .selectFrom('session')
        .select('data')
        .where('session_hash', '=', sessionHash)
        .where('expires_at', '>', new Date())
        .executeTakeFirst()
      return row?.data ?? null
    },
    async write(sessionHash, data, accountId, expiresAt) {
      const values = { data: JSON.stringify(data), account_id: accountId, expires_at: expiresAt }
      await db
        .insertInto('session')
        .values({ session_hash: sessionHash, ...values })
        .onConflict((conflict) => conflict.column('session_hash').doUpdateSet(values))
        .execute()
    },
    async remove(sessionHash) {
      await db.deleteFrom('session').where('session_hash', '=', sessionHash).execute()
    },
  }
}

/** The account behind a session with its role and organisation as they are now; null once it is closed. */
export async function findCaller(db: Kysely<Database>, accountId: string): Promise<Caller | null> {
  const row = await db
    .selectFrom('account')
    .leftJoin('organisation', 'organisation.organisation_id', 'account.organisation_id')
    .select(['account_id', 'account.name', 'role', 'organisation.organisation_id', 'code', 'latitude', 'longitude'])
    .select('organisation.name as organisation_name')
    .where('account_id', '=', accountId)
    .where('is_active', '=', true)
    .executeTakeFirst()
  if (!row) return null
  const { organisation_id, code, organisation_name, latitude, longitude } = row
  return {
    accountId: row.account_id,
    name: row.name,
    role: row.role,
    organisation:
      organisation_id === null || code === null || organisation_name === null
        ? null
        : { organisationId: organisation_id, code, name: organisation_name, latitude, longitude },
  }
}

/** Takes away rows whose time has passed. */
export async function removeExpiredSessions(db: Kysely<Database>, now: Date): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<=', now).execute()
}
