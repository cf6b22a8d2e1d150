import { deviceWords } from '#domain/access/device-words.ts'
import { passwordRefusal } from '#domain/access/password-refusals.ts'
import { sessionLeft } from '#domain/access/session-limits.ts'
import { hashPassword } from '../../passwords/password.ts'
import type { Caller, OpenOperation, Trx } from '../../plugins/operation.ts'
import { notFound, notSignedIn, toProblem } from '../../plugins/problem.ts'
import { checkOwnPassword } from './check-own-password.ts'
import { type OwnSessionRepository, ownSessionRepository } from './own-session-repository.ts'
import { thisSession } from './this-session.ts'

export interface OwnSessionParts {
  readonly repository: OwnSessionRepository
  /** Runs one short transaction on behalf of a caller. */
  readonly transact: <Result>(caller: Caller, work: (trx: Trx) => Promise<Result>) => Promise<Result>
}

export interface OwnSessionOperations {
  readonly getSessionExpiry: OpenOperation<'getSessionExpiry'>
  readonly listOwnSessions: OpenOperation<'listOwnSessions'>
  readonly endOwnSession: OpenOperation<'endOwnSession'>
  readonly endAllSessions: OpenOperation<'endAllSessions'>
  readonly changeOwnPassword: OpenOperation<'changeOwnPassword'>
}

/** What people see and change of their own sessions and their own password. */
export function ownSessionOperations({ repository, transact }: OwnSessionParts): OwnSessionOperations {
  return {
    async getSessionExpiry({ caller, request, now }) {
      const { session, sessionUsedAt } = request
      if (caller === null || !session.opened || sessionUsedAt === null) return { body: { open: null } }
      const beganAt = session.opened.beganAt.getTime()
      const left = sessionLeft({ beganAt, lastUsedAt: sessionUsedAt.getTime(), now: now.getTime() })
      if (left === null) return { body: { open: null } }
      const { accountId } = caller
      // Rounded up: a session that is still open has at least a second.
      const seconds = (milliseconds: number) => Math.ceil(milliseconds / 1000)
      return {
        body: { open: { accountId, idleSeconds: seconds(left.idle), absoluteSeconds: seconds(left.absolute) } },
      }
    },

    async listOwnSessions({ caller, request, now }) {
      const sessions = await repository.list(somebody(caller).accountId, now)
      const items = sessions.map(({ sessionId, device, beganAt, lastUsedAt }) => ({
        sessionId,
        device: deviceWords(device),
        beganAt: beganAt.toISOString(),
        lastUsedAt: lastUsedAt.toISOString(),
        isThisOne: sessionId === thisSession(request),
      }))
      return { body: { items } }
    },

    async endOwnSession({ caller, request, params, audit }) {
      const person = somebody(caller)
      await transact(person, async (trx) => {
        const isEnded = await ownSessionRepository(trx).end(person.accountId, params.sessionId)
        if (!isEnded) throw notFound('session')
        await audit.writeWith(trx)
      })
      if (params.sessionId === thisSession(request)) await request.session.destroy()
      return {}
    },

    async endAllSessions({ caller, request, audit }) {
      const person = somebody(caller)
      await transact(person, async (trx) => {
        await ownSessionRepository(trx).endAll(person.accountId, null)
        await audit.writeWith(trx)
      })
      await request.session.destroy()
      return {}
    },

    async changeOwnPassword({ caller, request, reply, body, audit, now }) {
      const { accountId } = somebody(caller)
      await checkOwnPassword({ repository, transact, caller: somebody(caller), current: body.current, now, reply })
      const refusal = passwordRefusal(body.password)
      if (refusal !== null) throw toProblem(refusal)
      const newHash = await hashPassword(body.password)
      audit.account(accountId)
      await transact(somebody(caller), async (trx) => {
        const own = ownSessionRepository(trx)
        await own.setPasswordHash(accountId, newHash)
        await own.endAll(accountId, thisSession(request))
        await audit.writeWith(trx)
      })
      return {}
    },
  }
}

function somebody(caller: Caller | null): Caller {
  if (caller === null) throw notSignedIn()
  return caller
}
