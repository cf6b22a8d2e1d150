import { recoveryLinkNotValid } from '#domain/access/account-change-refusals.ts'
import type { Caller, OpenOperation, Trx } from '../../plugins/operation.ts'
import { toProblem } from '../../plugins/problem.ts'
import { accountRepository } from './account-repository.ts'
import { hashOfToken } from './one-time-token.ts'
import { recoveryRepository } from './recovery-repository.ts'
import { refuseCommon } from './refuse-common.ts'

export interface RecoveryParts {
  readonly hashPassword: (password: string) => Promise<string>
  /** One transaction. It may belong to no caller: who cannot sign in is nobody. */
  readonly transact: <Result>(caller: Caller | null, work: (trx: Trx) => Promise<Result>) => Promise<Result>
}

/**
 * Sets a new password with the link that an administrator handed over. Whoever holds it is let through to sign in, also
 * where strangers have guessed so often that others wait: this device is known from now on.
 */
export function recoverAccount({ hashPassword, transact }: RecoveryParts): OpenOperation<'recoverAccount'> {
  return async ({ body, now, request, audit }) => {
    refuseCommon(body.password)
    const passwordHash = await hashPassword(body.password)
    const { email } = await transact(null, async (trx) => {
      const repository = recoveryRepository(trx)
      const account = await repository.useLink(hashOfToken(body.token), now)
      if (account === null) throw toProblem(recoveryLinkNotValid)
      await repository.resetCredentials(account.accountId, passwordHash)
      await accountRepository(trx).endSessions(account.accountId)
      audit.account(account.accountId)
      await audit.writeWith(trx)
      return account
    })
    request.deviceOf = email
    return {}
  }
}
