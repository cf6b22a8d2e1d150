import * as v from 'valibot'
import { deviceWords } from '#domain/access/device-words.ts'
import { passwordRefusal, wrongCurrentPassword } from '#domain/access/password-refusals.ts'
import { findCaller } from '../http/caller.ts'
import { onOpenOperation, onOperation } from '../http/on-operation.ts'
import { notFound, toProblem } from '../http/problem.ts'
import { text } from '../http/request-fields.ts'
import { everybody } from '../http/role-groups.ts'
import { compareKeys } from '../paging/compare-keys.ts'
import type { DemonstrationState } from '../state/demonstration-state.ts'
import { leftOf } from '../state/held-session.ts'

const newPassword = v.strictObject({ current: text(1, 200), password: text(12, 200) })

/** What people see and change of their own sessions and their own password. */
export const ownSessionHandlers = [
  onOpenOperation('get', '/session/expiry', { status: 200 }, ({ state, session, now }) => {
    const held = findCaller(state, session) === null ? undefined : state.signedIn.get(session)
    const left = held && leftOf(held, now)
    if (!held || !left) return { body: { open: null } }
    const { accountId } = held
    const seconds = (milliseconds: number) => Math.ceil(milliseconds / 1000)
    return { body: { open: { accountId, idleSeconds: seconds(left.idle), absoluteSeconds: seconds(left.absolute) } } }
  }),

  onOperation('get', '/account/sessions', { status: 200, roles: everybody }, ({ state, session, caller, now }) => {
    const items = sessionsOf(state, caller.accountId)
      .filter(([, held]) => leftOf(held, now) !== null)
      .map(([name, { sessionId, device, beganAt, lastUsedAt }]) => ({
        sessionId,
        device: deviceWords(device),
        beganAt: beganAt.toISOString(),
        lastUsedAt: lastUsedAt.toISOString(),
        isThisOne: name === session,
      }))
    return { body: { items: items.toSorted((a, b) => compareKeys(b.lastUsedAt, a.lastUsedAt)) } }
  }),

  onOperation('delete', '/account/sessions', { status: 204, roles: everybody }, ({ state, caller }) => {
    for (const [name] of sessionsOf(state, caller.accountId)) state.signedIn.delete(name)
    return { body: undefined }
  }),

  onOperation(
    'delete',
    '/account/sessions/{sessionId}',
    { status: 204, roles: everybody },
    ({ state, caller, params }) => {
      const found = sessionsOf(state, caller.accountId).find(([, { sessionId }]) => sessionId === params.sessionId)
      if (!found) throw notFound('session')
      state.signedIn.delete(found[0])
      return { body: undefined }
    },
  ),

  onOperation(
    'put',
    '/account/password',
    { status: 204, roles: everybody, body: newPassword },
    ({ state, session, caller, body }) => {
      const account = state.accounts.get(caller.accountId)
      if (account?.password !== body.current) throw toProblem(wrongCurrentPassword)
      const refusal = passwordRefusal(body.password)
      if (refusal !== null) throw toProblem(refusal)
      state.accounts.set(caller.accountId, { ...account, password: body.password })
      for (const [name] of sessionsOf(state, caller.accountId)) if (name !== session) state.signedIn.delete(name)
      return { body: undefined }
    },
  ),
]

function sessionsOf({ signedIn }: DemonstrationState, accountId: string) {
  return [...signedIn].filter(([, held]) => held.accountId === accountId)
}
