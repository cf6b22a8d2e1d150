import type { Kysely } from 'kysely'
import type { Role } from '#domain/access/role.ts'
import type { Database } from '../database/schema.ts'
import type { Caller } from './operation.ts'
import type { SessionRows } from './sessions.ts'

/** Session rows in the database. Expired rows are never read; `removeExpired` takes them away. */
export function sessionRows(db: Kysely<Database>): SessionRows {
  return {
    async read(sessionHash) {
      // One statement: on the embedded database each one waits its turn behind whole transactions.
      const row = await db
        .selectFrom('session')
        .leftJoin('account', (join) =>
          join.onRef('account.account_id', '=', 'session.account_id').on('account.is_active', '=', true),
        )
        .leftJoin('organisation', 'organisation.organisation_id', 'account.organisation_id')
        .select(['session.data', 'account.account_id', ...callerColumns])
        .where('session_hash', '=', sessionHash)
        .where('expires_at', '>', new Date())
        .executeTakeFirst()
      return row ? { data: row.data, caller: toCaller(row) } : null
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

/** An account with its role and organisation as they are now; null once it is closed. */
export async function findCaller(db: Kysely<Database>, accountId: string): Promise<Caller | null> {
  const row = await db
    .selectFrom('account')
    .leftJoin('organisation', 'organisation.organisation_id', 'account.organisation_id')
    .select(['account.account_id', ...callerColumns])
    .where('account_id', '=', accountId)
    .where('is_active', '=', true)
    .executeTakeFirst()
  return row ? toCaller(row) : null
}

const callerColumns = [
  'account.name',
  'account.role',
  'organisation.organisation_id',
  'organisation.code',
  'organisation.name as organisation_name',
  'organisation.latitude',
  'organisation.longitude',
] as const

interface CallerRow {
  readonly account_id: string | null
  readonly name: string | null
  readonly role: Role | null
  readonly organisation_id: string | null
  readonly code: string | null
  readonly organisation_name: string | null
  readonly latitude: number | null
  readonly longitude: number | null
}

function toCaller({ account_id, name, role, ...row }: CallerRow): Caller | null {
  if (account_id === null || name === null || role === null) return null
  const { organisation_id, code, organisation_name, latitude, longitude } = row
  return {
    accountId: account_id,
    name,
    role,
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
