import * as v from 'valibot'
import type { components } from '#api/schema.ts'
import { codeMilliseconds } from '#domain/access/second-factor-demand.ts'
import { signInNotBegun } from '#domain/access/second-factor-refusals.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { organisationNamed } from '../answers/organisation-named.ts'
import { takeCode } from '../answers/session/second-factor.ts'
import { findCaller } from '../http/caller.ts'
import { onOpenOperation } from '../http/on-operation.ts'
import { Problem, toProblem } from '../http/problem.ts'
import { text } from '../http/request-fields.ts'
import type { DemonstrationState } from '../state/demonstration-state.ts'

const secondFactorCode = v.strictObject({ code: text(6, 40) })
const signIn = v.strictObject({ email: text(3, 254), password: text(1, 200) })

/** Signing in with the published password of the demonstration accounts, or as somebody added since. */
export const sessionHandlers = [
  onOpenOperation('get', '/session', { status: 200 }, ({ state, session, asOf }) => ({
    body: describeSession(state, session, asOf),
  })),

  onOpenOperation('post', '/session', { status: 200, body: signIn }, ({ state, session, asOf, body }) => {
    const email = body.email.trim().toLowerCase()
    const account = [...state.accounts.values()].find((each) => each.email.toLowerCase() === email)
    if (!account?.isOpen || account.password !== body.password) throw wrongPassword()
    const { accountId, password, secondFactor } = account
    if (secondFactor?.isConfirmed) {
      const until = new Date(state.now().getTime() + codeMilliseconds)
      state.signedIn.delete(session)
      state.awaitedCodes.set(session, { accountId, password, until })
    } else {
      beginSession(state, session, accountId)
    }
    return { body: describeSession(state, session, asOf) }
  }),

  onOpenOperation(
    'post',
    '/session/second-factor',
    { status: 200, body: secondFactorCode },
    async ({ state, session, asOf, now, body }) => {
      const begun = state.awaitedCodes.get(session)
      const account = begun && now < begun.until ? state.accounts.get(begun.accountId) : undefined
      if (!account?.isOpen || account.password !== begun?.password) throw toProblem(signInNotBegun)
      await takeCode(state, account, body.code, now)
      beginSession(state, session, account.accountId)
      return { body: describeSession(state, session, asOf) }
    },
  ),

  onOpenOperation('delete', '/session', { status: 204 }, ({ state, session }) => {
    state.signedIn.delete(session)
    state.awaitedCodes.delete(session)
    return { body: undefined }
  }),
]

function describeSession(
  state: DemonstrationState,
  session: string,
  today: CalendarDate,
): components['schemas']['Session'] {
  const caller = findCaller(state, session)
  const begun = state.awaitedCodes.get(session)
  const awaits = begun && state.now() < begun.until ? 'code' : caller?.needsSecondFactor ? 'set-up' : null
  return {
    today,
    isDemonstration: true,
    needsFirstAdministrator: false,
    caller: caller && withoutPlace(caller),
    awaits,
  }

  function withoutPlace({ accountId, name, role, organisation }: NonNullable<typeof caller>) {
    return {
      accountId,
      name,
      role,
      organisation: organisation && organisationNamed(state, organisation.organisationId),
    }
  }
}

function beginSession(state: DemonstrationState, session: string, accountId: string): void {
  const now = state.now()
  const device = globalThis.navigator?.userAgent ?? ''
  state.awaitedCodes.delete(session)
  state.signedIn.set(session, { sessionId: crypto.randomUUID(), accountId, device, beganAt: now, lastUsedAt: now })
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
