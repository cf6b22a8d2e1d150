import type { FastifyRequest } from 'fastify'
import { isSecondFactorFitting } from '#domain/access/second-factor-demand.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { hashPassword, verifyPassword } from '../../passwords/password.ts'
import { knownDevice } from '../../plugins/known-device.ts'
import type { AnswerBody, Caller, OpenOperation, Trx } from '../../plugins/operation.ts'
import { Problem } from '../../plugins/problem.ts'
import { guardAttempt } from './guard-attempts.ts'
import { ownSessionRepository } from './own-session-repository.ts'
import { awaitCode, awaitedOf, type SecondStepParts, takeCode } from './second-step.ts'
import type { SessionRepository } from './session-repository.ts'
import { thisSession } from './this-session.ts'

export interface SessionOperations {
  readonly getSession: OpenOperation<'getSession'>
  readonly signIn: OpenOperation<'signIn'>
  readonly giveSecondFactor: OpenOperation<'giveSecondFactor'>
  readonly signOut: OpenOperation<'signOut'>
}

export interface SessionParts extends SecondStepParts {
  /** Runs one short transaction on behalf of a caller. */
  readonly transactAs: <Result>(caller: Caller, work: (trx: Trx) => Promise<Result>) => Promise<Result>
  /** Whether the installation demands a second factor of every role that reaches patients or administration. */
  readonly isSecondFactorDemanded: boolean
}

/** Sign in and out with local accounts. */
export function sessionOperations(parts: SessionParts): SessionOperations {
  const { repository, transact, transactAs } = parts
  // A wrong address must cost the same time as a wrong password, or it would tell which accounts exist.
  const nobody = hashPassword('nobody has this password')

  return {
    async getSession({ asOf, now, caller, request }) {
      return { body: await describe(repository, asOf, caller, awaitedOf(request, now)) }
    },

    async signIn({ asOf, now, body, request, reply, audit }) {
      const { email } = body
      const account = await repository.findAccount(body.email.trim(), now)
      if (account) audit.account(account.caller.accountId)
      const device = knownDevice(request, email)
      const wasRight = await guardAttempt(transact, { of: 'password', email, address: request.ip, device, now, reply })
      const isRight = await verifyPassword(body.password, account?.passwordHash ?? (await nobody))
      if (!account || !isRight) throw wrongPassword()
      await wasRight()
      if (account.hasSecondFactor) {
        await awaitCode(request, account, now)
        audit.begun()
        return { body: await describe(repository, asOf, null, 'code') }
      }
      await beginSession(request, account.caller.accountId)
      if (parts.isSecondFactorDemanded && isSecondFactorFitting(account.caller.role)) {
        request.session.mustSetUpSecondFactor = true
      }
      request.deviceOf = email
      audit.by(account.caller)
      return { body: await describe(repository, asOf, account.caller, awaitedOf(request, now)) }
    },

    async giveSecondFactor(asked) {
      const { caller, email } = await takeCode(parts, asked)
      await beginSession(asked.request, caller.accountId)
      asked.request.deviceOf = email
      asked.audit.by(caller)
      return { body: await describe(repository, asked.asOf, caller, null) }
    },

    async signOut({ caller, request, audit }) {
      const sessionId = thisSession(request)
      if (caller !== null && sessionId !== null) {
        await transactAs(caller, async (trx) => {
          await ownSessionRepository(trx).end(caller.accountId, sessionId)
          await audit.writeWith(trx)
        })
      }
      await request.session.destroy()
      return {}
    },
  }
}

/** A new identifier at every sign-in, so that one planted before it is worth nothing. */
export async function beginSession(request: FastifyRequest, accountId: string): Promise<void> {
  await request.session.regenerate()
  request.session.accountId = accountId
  // Cut short: it comes from outside, and the words for it are found at its beginning or not at all.
  request.session.device = String(request.headers['user-agent'] ?? '').slice(0, 300)
}

async function describe(
  repository: SessionRepository,
  today: CalendarDate,
  caller: Caller | null,
  awaits: AnswerBody<'getSession'>['awaits'],
): Promise<AnswerBody<'getSession'>> {
  const { isDemonstration, needsFirstAdministrator } = await repository.describeInstallation()
  return { today, isDemonstration, needsFirstAdministrator, caller: caller && withoutPosition(caller), awaits }
}

function withoutPosition({ accountId, name, role, organisation }: Caller) {
  if (organisation === null) return { accountId, name, role, organisation }
  const { organisationId, code, name: organisationName } = organisation
  return { accountId, name, role, organisation: { organisationId, code, name: organisationName } }
}

function wrongPassword(): Problem {
  return new Problem(
    401,
    'wrong-password',
    'Email address or password not recognised',
    'No account has this email address with this password.',
    'Check both and try again. Passwords tell capital and small letters apart.',
  )
}
