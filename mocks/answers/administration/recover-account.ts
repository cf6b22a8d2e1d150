import type { components } from '#api/schema.ts'
import { accountIsClosed, ownRecovery, recoveryLinkNotValid } from '#domain/access/account-change-refusals.ts'
import { passwordRefusal } from '#domain/access/password-refusals.ts'
import type { Caller } from '../../http/caller.ts'
import { notFound, toProblem } from '../../http/problem.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import { endSessionsOf } from './end-sessions-of.ts'

type Schemas = components['schemas']

const linkMilliseconds = 24 * 60 * 60 * 1000

/** @throws Problem 404, 403 for the own account, 409 for a closed one */
export function createRecoveryLink(
  { accounts, recoveryLinks, now }: DemonstrationState,
  caller: Caller,
  accountId: string,
): Schemas['RecoveryLink'] {
  const account = accounts.get(accountId)
  if (!account) throw notFound('account')
  if (accountId === caller.accountId) throw toProblem(ownRecovery)
  if (!account.isOpen) throw toProblem(accountIsClosed)
  for (const [token, link] of recoveryLinks) if (link.accountId === accountId) recoveryLinks.delete(token)
  const token = `${crypto.randomUUID()}${crypto.randomUUID()}`.replaceAll('-', '')
  const expiresAt = new Date(now().getTime() + linkMilliseconds)
  recoveryLinks.set(token, { accountId, expiresAt })
  return { token, expiresAt: expiresAt.toISOString() }
}

/** @throws Problem 400 where the password is guessed first, 403 where the link is not valid */
export function recoverAccount(state: DemonstrationState, { token, password }: Schemas['Recovery']): void {
  const refusal = passwordRefusal(password)
  if (refusal !== null) throw toProblem(refusal)
  const link = state.recoveryLinks.get(token)
  const account = link && link.expiresAt > state.now() ? state.accounts.get(link.accountId) : undefined
  if (!account?.isOpen) throw toProblem(recoveryLinkNotValid)
  state.recoveryLinks.delete(token)
  state.accounts.set(account.accountId, { ...account, password, secondFactor: null })
  endSessionsOf(state, account.accountId)
}
