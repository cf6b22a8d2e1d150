import { sql } from 'kysely'
import type { Failures } from '#domain/access/sign-in-back-off.ts'
import type { Trx } from '../../plugins/operation.ts'

export interface SignInFailuresRepository {
  /** What has failed under this name so far. Until the transaction ends nobody else reads it. */
  lock(scopeHash: string): Promise<Failures | null>
  save(scopeHash: string, failures: Failures): Promise<void>
  /** The attempt that was counted was none that failed. */
  takeBack(scopeHash: string): Promise<void>
  forget(scopeHash: string): Promise<void>
}

/** Failed attempts, by the hash of whose and where. */
export function signInFailuresRepository(trx: Trx): SignInFailuresRepository {
  return {
    async lock(scopeHash) {
      await sql`select pg_advisory_xact_lock(hashtextextended(${scopeHash}, 0))`.execute(trx)
      const row = await trx
        .selectFrom('sign_in_failures')
        .select(['failures', 'first_at', 'last_at'])
        .where('scope_hash', '=', scopeHash)
        .executeTakeFirst()
      return row ? { count: row.failures, firstAt: row.first_at.getTime(), lastAt: row.last_at.getTime() } : null
    },

    async save(scopeHash, { count, firstAt, lastAt }) {
      const values = { failures: count, first_at: new Date(firstAt), last_at: new Date(lastAt) }
      await trx
        .insertInto('sign_in_failures')
        .values({ scope_hash: scopeHash, ...values })
        .onConflict((conflict) => conflict.column('scope_hash').doUpdateSet(values))
        .execute()
    },

    async takeBack(scopeHash) {
      await trx
        .updateTable('sign_in_failures')
        .set({ failures: sql`failures - 1` })
        .where('scope_hash', '=', scopeHash)
        .where('failures', '>', 0)
        .execute()
    },

    async forget(scopeHash) {
      await trx.deleteFrom('sign_in_failures').where('scope_hash', '=', scopeHash).execute()
    },
  }
}
