import * as v from 'valibot'
import { wrongCurrentPassword } from '#domain/access/password-refusals.ts'
import { beginSecondFactor, confirmSecondFactor, describeSecondFactor } from '../answers/session/second-factor.ts'
import type { Caller } from '../http/caller.ts'
import { onOperation } from '../http/on-operation.ts'
import { notSignedIn, toProblem } from '../http/problem.ts'
import { text } from '../http/request-fields.ts'
import { everybody } from '../http/role-groups.ts'
import type { DemonstrationState } from '../state/demonstration-state.ts'
import type { HeldAccount } from '../state/held-account.ts'

const password = v.strictObject({ current: text(1, 200) })
const code = v.strictObject({ code: text(6, 40) })

/** One's own second factor. */
export const secondFactorHandlers = [
  onOperation(
    'get',
    '/account/second-factor',
    { status: 200, roles: everybody, beforeSecondFactor: true },
    ({ state, caller }) => ({
      body: describeSecondFactor(state, ownAccount(state, caller)),
    }),
  ),

  onOperation(
    'post',
    '/account/second-factor',
    { status: 201, roles: everybody, beforeSecondFactor: true, body: password },
    ({ state, caller, body }) => ({ body: beginSecondFactor(state, ownAccount(state, caller, body.current)) }),
  ),

  onOperation(
    'put',
    '/account/second-factor',
    { status: 200, roles: everybody, beforeSecondFactor: true, body: code },
    async ({ state, session, caller, body, now }) => {
      const confirmed = await confirmSecondFactor(state, ownAccount(state, caller), body.code, now)
      endOthers(state, caller, session)
      return { body: confirmed }
    },
  ),

  onOperation(
    'post',
    '/account/second-factor/removal',
    { status: 204, roles: everybody, beforeSecondFactor: true, body: password },
    ({ state, session, caller, body }) => {
      const account = ownAccount(state, caller, body.current)
      state.accounts.set(account.accountId, { ...account, secondFactor: null })
      endOthers(state, caller, session)
      return { body: undefined }
    },
  ),
]

/** @throws Problem 400 where a password is given that is not its own */
function ownAccount({ accounts }: DemonstrationState, { accountId }: Caller, password?: string): HeldAccount {
  const account = accounts.get(accountId)
  if (!account) throw notSignedIn()
  if (password !== undefined && account.password !== password) throw toProblem(wrongCurrentPassword)
  return account
}

function endOthers({ signedIn }: DemonstrationState, { accountId }: Caller, kept: string): void {
  for (const [name, held] of signedIn) if (held.accountId === accountId && name !== kept) signedIn.delete(name)
}
