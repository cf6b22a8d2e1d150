import type { FastifyReply } from 'fastify'
import { wrongCurrentPassword } from '#domain/access/password-refusals.ts'
import { verifyPassword } from '../../passwords/password.ts'
import type { Caller, Trx } from '../../plugins/operation.ts'
import { toProblem } from '../../plugins/problem.ts'
import { guardAttempt } from './guard-attempts.ts'
import type { OwnSessionRepository } from './own-session-repository.ts'

interface OwnPasswordCheck {
  readonly repository: OwnSessionRepository
  readonly transact: <Result>(caller: Caller, work: (trx: Trx) => Promise<Result>) => Promise<Result>
  readonly caller: Caller
  readonly current: string
  readonly now: Date
  readonly reply: FastifyReply
}

/**
 * Whoever changes how an account is opened knows its password: a session that was left open is not enough.
 *
 * @throws Problem 400 for a wrong one, 429 after several
 */
export async function checkOwnPassword(check: OwnPasswordCheck): Promise<void> {
  const { repository, transact, caller, current, now, reply } = check
  const { accountId } = caller
  const inOwnName = <Result>(work: (trx: Trx) => Promise<Result>) => transact(caller, work)
  const attempt = { of: 'password', email: accountId, address: 'own', device: 'own', now, reply } as const
  const wasRight = await guardAttempt(inOwnName, attempt)
  const passwordHash = await repository.findPasswordHash(accountId)
  if (passwordHash === null || !(await verifyPassword(current, passwordHash))) throw toProblem(wrongCurrentPassword)
  await wasRight()
}
