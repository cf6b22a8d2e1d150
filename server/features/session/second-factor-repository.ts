import type { Kysely } from 'kysely'
import type { Database } from '../../database/schema.ts'

interface HeldSecondFactor {
  readonly secretSealed: string
  readonly isConfirmed: boolean
  readonly lastStep: number | null
}

export interface SecondFactorRepository {
  describe(accountId: string): Promise<{ readonly isOn: boolean; readonly recoveryCodesLeft: number }>
  /** Until the transaction ends nobody else reads or changes it, so that a code is accepted once. */
  lock(accountId: string): Promise<HeldSecondFactor | null>
  /** A secret that is not confirmed yet gives way. False where one is confirmed. */
  begin(accountId: string, secretSealed: string): Promise<boolean>
  confirm(accountId: string, at: Date, step: number, recoveryCodeHashes: readonly string[]): Promise<void>
  noteStep(accountId: string, step: number): Promise<void>
  /** False where there is no such code, or it was used. */
  takeRecoveryCode(accountId: string, codeHash: string, now: Date): Promise<boolean>
  remove(accountId: string): Promise<void>
}

/** Second factors, their secrets sealed and their recovery codes by hash. */
export function secondFactorRepository(db: Kysely<Database>): SecondFactorRepository {
  return {
    async describe(accountId) {
      const row = await db
        .selectFrom('second_factor')
        .select(({ selectFrom, fn }) => [
          'confirmed_at',
          selectFrom('recovery_code')
            .select(fn.countAll<number>().as('left'))
            .where('account_id', '=', accountId)
            .where('used_at', 'is', null)
            .as('left'),
        ])
        .where('account_id', '=', accountId)
        .executeTakeFirst()
      return { isOn: row !== undefined && row.confirmed_at !== null, recoveryCodesLeft: Number(row?.left ?? 0) }
    },

    async lock(accountId) {
      const row = await db
        .selectFrom('second_factor')
        .select(['secret_sealed', 'confirmed_at', 'last_step'])
        .where('account_id', '=', accountId)
        .forUpdate()
        .executeTakeFirst()
      return row
        ? { secretSealed: row.secret_sealed, isConfirmed: row.confirmed_at !== null, lastStep: row.last_step }
        : null
    },

    async begin(accountId, secretSealed) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('second_factor')
        .values({ account_id: accountId, secret_sealed: secretSealed })
        .onConflict((conflict) =>
          conflict
            .column('account_id')
            .doUpdateSet({ secret_sealed: secretSealed })
            .where('second_factor.confirmed_at', 'is', null),
        )
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },

    async confirm(accountId, at, step, recoveryCodeHashes) {
      await db
        .updateTable('second_factor')
        .set({ confirmed_at: at, last_step: step })
        .where('account_id', '=', accountId)
        .execute()
      const rows = recoveryCodeHashes.map((code_hash) => ({ account_id: accountId, code_hash }))
      await db.insertInto('recovery_code').values(rows).execute()
    },

    async noteStep(accountId, step) {
      await db.updateTable('second_factor').set({ last_step: step }).where('account_id', '=', accountId).execute()
    },

    async takeRecoveryCode(accountId, codeHash, now) {
      const { numUpdatedRows } = await db
        .updateTable('recovery_code')
        .set({ used_at: now })
        .where('account_id', '=', accountId)
        .where('code_hash', '=', codeHash)
        .where('used_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },

    async remove(accountId) {
      await db.deleteFrom('second_factor').where('account_id', '=', accountId).execute()
    },
  }
}
