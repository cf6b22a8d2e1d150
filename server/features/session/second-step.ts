import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { codeMilliseconds } from '#domain/access/second-factor-demand.ts'
import { signInNotBegun, wrongCode } from '#domain/access/second-factor-refusals.ts'
import { timeCodeIn } from '#domain/access/time-code.ts'
import { knownDevice } from '../../plugins/known-device.ts'
import type { OpenOperation, Trx } from '../../plugins/operation.ts'
import { toProblem } from '../../plugins/problem.ts'
import type { SecretSeal } from '../../second-factors/sealed-secret.ts'
import { stepOfCode } from '../../second-factors/time-codes.ts'
import { guardAttempt } from './guard-attempts.ts'
import { hashOfRecoveryCode } from './second-factor-operations.ts'
import { secondFactorRepository } from './second-factor-repository.ts'
import type { FoundAccount, SessionRepository } from './session-repository.ts'

/** The time between the right password and the right code. It belongs to nobody, so it opens nothing. */
export async function awaitCode(request: FastifyRequest, account: FoundAccount, now: Date): Promise<void> {
  await request.session.regenerate()
  const { caller, email } = account
  const until = now.getTime() + codeMilliseconds
  request.session.awaitsCode = { accountId: caller.accountId, email, password: passwordMark(account), until }
}

/** Whether the next step on this browser is a code, or setting up a second factor. */
export function awaitedOf({ session }: FastifyRequest, now: Date): 'code' | 'set-up' | null {
  if (session.awaitsCode && now.getTime() < session.awaitsCode.until) return 'code'
  return session.mustSetUpSecondFactor === true ? 'set-up' : null
}

export interface SecondStepParts {
  readonly repository: SessionRepository
  readonly transact: <Result>(work: (trx: Trx) => Promise<Result>) => Promise<Result>
  readonly seal: SecretSeal
}

/**
 * Takes a code on the browser on which the password was right.
 *
 * @returns whose account it is
 * @throws Problem 401 for a wrong code or none expected, 429 after several
 */
export async function takeCode(
  { repository, transact, seal }: SecondStepParts,
  { body, now, request, reply, audit }: Parameters<OpenOperation<'giveSecondFactor'>>[0],
): Promise<FoundAccount> {
  const begun = awaitedOf(request, now) === 'code' ? request.session.awaitsCode : undefined
  if (begun === undefined) throw toProblem(signInNotBegun)
  const { accountId, email } = begun
  audit.account(accountId)
  const account = await repository.findAccount(email, now)
  // Closed, recovered or given another password meanwhile: what was right then is worth nothing now.
  const isSame = account?.caller.accountId === accountId && passwordMark(account) === begun.password
  if (account === null || !isSame || !account.hasSecondFactor) throw toProblem(signInNotBegun)
  const device = knownDevice(request, email)
  const wasRight = await guardAttempt(transact, { of: 'code', email, address: request.ip, device, now, reply })
  const isRight = await transact(async (trx) => {
    const factors = secondFactorRepository(trx)
    const held = await factors.lock(accountId)
    if (held === null || !held.isConfirmed) return false
    const code = timeCodeIn(body.code)
    if (code === null) return factors.takeRecoveryCode(accountId, hashOfRecoveryCode(body.code), now)
    const step = stepOfCode(seal.open(held.secretSealed, accountId), code, now, held.lastStep)
    if (step !== null) await factors.noteStep(accountId, step)
    return step !== null
  })
  if (!isRight) throw toProblem(wrongCode)
  await wasRight()
  return account
}

/** Tells one password of an account from the next without telling either. */
function passwordMark({ passwordHash }: FoundAccount): string {
  return createHash('sha256').update(passwordHash).digest('base64url')
}
