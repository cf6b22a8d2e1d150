import { createHash, randomBytes } from 'node:crypto'
import { recoveryCodeBytes, recoveryCodeCount, recoveryCodeIn, recoveryCodeText } from '#domain/access/recovery-code.ts'
import { isSecondFactorFitting } from '#domain/access/second-factor-demand.ts'
import { secondFactorIsOn, secondFactorNotBegun, wrongFirstCode } from '#domain/access/second-factor-refusals.ts'
import { base32, otpauthLink, secretBytes, timeCodeIn } from '#domain/access/time-code.ts'
import type { Caller, OpenOperation, Trx } from '../../plugins/operation.ts'
import { notSignedIn, toProblem } from '../../plugins/problem.ts'
import type { SecretSeal } from '../../second-factors/sealed-secret.ts'
import { stepOfCode } from '../../second-factors/time-codes.ts'
import { checkOwnPassword } from './check-own-password.ts'
import { type OwnSessionRepository, ownSessionRepository } from './own-session-repository.ts'
import { secondFactorRepository } from './second-factor-repository.ts'
import { thisSession } from './this-session.ts'

export interface SecondFactorParts {
  readonly repository: OwnSessionRepository
  readonly transact: <Result>(caller: Caller, work: (trx: Trx) => Promise<Result>) => Promise<Result>
  readonly seal: SecretSeal
  /** Whether the installation demands a second factor of every role that reaches patients or administration. */
  readonly isDemanded: boolean
}

export interface SecondFactorOperations {
  readonly getSecondFactor: OpenOperation<'getSecondFactor'>
  readonly beginSecondFactor: OpenOperation<'beginSecondFactor'>
  readonly confirmSecondFactor: OpenOperation<'confirmSecondFactor'>
  readonly removeSecondFactor: OpenOperation<'removeSecondFactor'>
}

/** Setting up one's own second factor, and taking it away. The secret is told once and never logged or audited. */
export function secondFactorOperations(parts: SecondFactorParts): SecondFactorOperations {
  const { transact, seal, isDemanded } = parts
  return {
    async getSecondFactor(asked) {
      const caller = somebody(asked.caller)
      const found = await transact(caller, (trx) => secondFactorRepository(trx).describe(caller.accountId))
      return { body: { ...found, isDemanded: isDemanded && isSecondFactorFitting(caller.role) } }
    },

    async beginSecondFactor({ body, now, reply, audit, ...asked }) {
      const caller = somebody(asked.caller)
      await checkOwnPassword({ ...parts, caller, current: body.current, now, reply })
      const bytes = randomBytes(secretBytes)
      const { accountId } = caller
      audit.account(accountId)
      const email = await transact(caller, async (trx) => {
        if (!(await secondFactorRepository(trx).begin(accountId, seal.seal(bytes, accountId)))) {
          throw toProblem(secondFactorIsOn)
        }
        await audit.writeWith(trx)
        return ownSessionRepository(trx).findEmail(accountId)
      })
      const secret = base32(bytes)
      return { body: { secret, link: otpauthLink(secret, email ?? '') } }
    },

    async confirmSecondFactor({ body, now, request, audit, ...asked }) {
      const caller = somebody(asked.caller)
      const { accountId } = caller
      const codes = Array.from({ length: recoveryCodeCount }, () => recoveryCodeText(randomBytes(recoveryCodeBytes)))
      audit.account(accountId)
      await transact(caller, async (trx) => {
        const repository = secondFactorRepository(trx)
        const held = await repository.lock(accountId)
        if (held === null || held.isConfirmed) throw toProblem(secondFactorNotBegun)
        const code = timeCodeIn(body.code)
        const secret = seal.open(held.secretSealed, accountId)
        const step = code === null ? null : stepOfCode(secret, code, now, held.lastStep)
        if (step === null) throw toProblem(wrongFirstCode)
        await repository.confirm(accountId, now, step, codes.map(hashOfRecoveryCode))
        await ownSessionRepository(trx).endAll(accountId, thisSession(request))
        await audit.writeWith(trx)
      })
      delete request.session.mustSetUpSecondFactor
      return { body: { codes } }
    },

    async removeSecondFactor({ body, now, request, reply, audit, ...asked }) {
      const caller = somebody(asked.caller)
      await checkOwnPassword({ ...parts, caller, current: body.current, now, reply })
      const { accountId } = caller
      audit.account(accountId)
      await transact(caller, async (trx) => {
        await secondFactorRepository(trx).remove(accountId)
        await ownSessionRepository(trx).endAll(accountId, thisSession(request))
        await audit.writeWith(trx)
      })
      if (isDemanded && isSecondFactorFitting(caller.role)) request.session.mustSetUpSecondFactor = true
      return {}
    },
  }
}

/** A recovery code has 80 random bits, so a fast hash is as good as a slow one. */
export function hashOfRecoveryCode(code: string): string {
  return createHash('sha256').update(recoveryCodeIn(code)).digest('hex')
}

function somebody(caller: Caller | null): Caller {
  if (caller === null) throw notSignedIn()
  return caller
}
