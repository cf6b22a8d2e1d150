import * as v from 'valibot'
import type { components } from '#api/schema.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { organisationNamed } from '../answers/organisation-named.ts'
import { findCaller } from '../http/caller.ts'
import { onOpenOperation } from '../http/on-operation.ts'
import { Problem } from '../http/problem.ts'
import { text } from '../http/request-fields.ts'
import type { DemonstrationState } from '../state/demonstration-state.ts'

const signIn = v.strictObject({ email: text(3, 254), password: text(1, 200) })

/** Signing in with the published password of the demonstration accounts, or as somebody added since. */
export const sessionHandlers = [
  onOpenOperation('get', '/session', { status: 200 }, ({ state, session, asOf }) => ({
    body: describeSession(state, session, asOf),
  })),

  onOpenOperation('post', '/session', { status: 200, body: signIn }, ({ state, session, asOf, body }) => {
    const email = body.email.trim().toLowerCase()
    const account = [...state.accounts.values()].find((each) => each.email.toLowerCase() === email)
    if (account?.password !== body.password) throw wrongPassword()
    const now = state.now()
    const { accountId } = account
    const device = globalThis.navigator?.userAgent ?? ''
    state.signedIn.set(session, { sessionId: crypto.randomUUID(), accountId, device, beganAt: now, lastUsedAt: now })
    return { body: describeSession(state, session, asOf) }
  }),

  onOpenOperation('delete', '/session', { status: 204 }, ({ state, session }) => {
    state.signedIn.delete(session)
    return { body: undefined }
  }),
]

function describeSession(
  state: DemonstrationState,
  session: string,
  today: CalendarDate,
): components['schemas']['Session'] {
  const caller = findCaller(state, session)
  return { today, isDemonstration: true, needsFirstAdministrator: false, caller: caller && withoutPlace(caller) }

  function withoutPlace({ accountId, name, role, organisation }: NonNullable<typeof caller>) {
    return {
      accountId,
      name,
      role,
      organisation: organisation && organisationNamed(state, organisation.organisationId),
    }
  }
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
