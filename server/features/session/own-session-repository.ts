import { type Kysely, sql } from 'kysely'
import { absoluteMilliseconds, idleMilliseconds } from '#domain/access/session-limits.ts'
import type { Database } from '../../database/schema.ts'

export interface OwnSession {
  readonly sessionId: string
  readonly device: string
  readonly beganAt: Date
  readonly lastUsedAt: Date
}

export interface OwnSessionRepository {
  /** Those that have not ended, the last used first. */
  list(accountId: string, now: Date): Promise<OwnSession[]>
  /** False where this account has no such session. */
  end(accountId: string, sessionId: string): Promise<boolean>
  /** @param kept the one session that goes on; null for none */
  endAll(accountId: string, kept: string | null): Promise<void>
  findEmail(accountId: string): Promise<string | null>
  findPasswordHash(accountId: string): Promise<string | null>
  setPasswordHash(accountId: string, passwordHash: string): Promise<void>
}

/** What somebody's own account page reads and changes. */
export function ownSessionRepository(db: Kysely<Database>): OwnSessionRepository {
  return {
    async list(accountId, now) {
      const rows = await db
        .selectFrom('session')
        .select(['session_id', sql<string | null>`data->>'device'`.as('device'), 'began_at', 'last_used_at'])
        .where('account_id', '=', accountId)
        .where('began_at', '>', new Date(now.getTime() - absoluteMilliseconds))
        .where('last_used_at', '>', new Date(now.getTime() - idleMilliseconds))
        .orderBy('last_used_at', 'desc')
        .orderBy('session_id')
        .execute()
      return rows.map(({ session_id, device, began_at, last_used_at }) => ({
        sessionId: session_id,
        device: device ?? '',
        beganAt: began_at,
        lastUsedAt: last_used_at,
      }))
    },

    async end(accountId, sessionId) {
      const { numDeletedRows } = await db
        .deleteFrom('session')
        .where('account_id', '=', accountId)
        .where('session_id', '=', sessionId)
        .executeTakeFirst()
      return numDeletedRows === 1n
    },

    async endAll(accountId, kept) {
      const all = db.deleteFrom('session').where('account_id', '=', accountId)
      await (kept === null ? all : all.where('session_id', '<>', kept)).execute()
    },

    async findEmail(accountId) {
      const row = await db.selectFrom('account').select('email').where('account_id', '=', accountId).executeTakeFirst()
      return row?.email ?? null
    },

    async findPasswordHash(accountId) {
      const row = await db
        .selectFrom('account')
        .select('password_hash')
        .where('account_id', '=', accountId)
        .executeTakeFirst()
      return row?.password_hash ?? null
    },

    async setPasswordHash(accountId, passwordHash) {
      await db.updateTable('account').set({ password_hash: passwordHash }).where('account_id', '=', accountId).execute()
    },
  }
}
