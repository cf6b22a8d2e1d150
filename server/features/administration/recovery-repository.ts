import type { Trx } from '../../plugins/operation.ts'

interface RecoveryLink {
  readonly accountId: string
  readonly tokenHash: string
  readonly expiresAt: Date
}

export interface RecoveryRepository {
  /** Those made for the account before are void from now on. */
  replaceLink(link: RecoveryLink): Promise<void>
  /** Whose it is; null where it was used, has run out or is unknown, or the account is closed. */
  useLink(tokenHash: string, now: Date): Promise<{ readonly accountId: string; readonly email: string } | null>
  /** A new password alone opens the account: the second factor is gone. */
  resetCredentials(accountId: string, passwordHash: string): Promise<void>
}

/** One-time links that set a new password. */
export function recoveryRepository(trx: Trx): RecoveryRepository {
  return {
    async replaceLink({ accountId, tokenHash, expiresAt }) {
      await trx.deleteFrom('one_time_link').where('account_id', '=', accountId).where('used_at', 'is', null).execute()
      await trx
        .insertInto('one_time_link')
        .values({ token_hash: tokenHash, purpose: 'recovery', account_id: accountId, expires_at: expiresAt })
        .execute()
    },

    async useLink(tokenHash, now) {
      const used = await trx
        .updateTable('one_time_link')
        .set({ used_at: now })
        .where('token_hash', '=', tokenHash)
        .where('purpose', '=', 'recovery')
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .returning('account_id')
        .executeTakeFirst()
      if (!used?.account_id) return null
      const account = await trx
        .selectFrom('account')
        .select(['account_id', 'email'])
        .where('account_id', '=', used.account_id)
        .where('is_active', '=', true)
        .forUpdate()
        .executeTakeFirst()
      return account ? { accountId: account.account_id, email: account.email } : null
    },

    async resetCredentials(accountId, passwordHash) {
      await trx
        .updateTable('account')
        .set({ password_hash: passwordHash })
        .where('account_id', '=', accountId)
        .execute()
      await trx.deleteFrom('second_factor').where('account_id', '=', accountId).execute()
    },
  }
}
