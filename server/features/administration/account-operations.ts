import {
  accountIsClosed,
  changedMeanwhile,
  hasNoPassword,
  ownRecovery,
} from '#domain/access/account-change-refusals.ts'
import { organisationNeeded, unknownOrganisation } from '#domain/access/account-refusals.ts'
import { type AccountRights, rightsDiffer, rightsRefusal } from '#domain/access/account-rights.ts'
import { needsOrganisation, type Role } from '#domain/access/role.ts'
import type { Answer, Asked, Caller, Operation, Trx } from '../../plugins/operation.ts'
import { notFound, toProblem } from '../../plugins/problem.ts'
import { accountRepository } from './account-repository.ts'
import { administrationRepository } from './administration-repository.ts'
import { newLinkToken } from './one-time-token.ts'
import { recoveryRepository } from './recovery-repository.ts'

/** What an administrator does with an account that exists. */
export const accountOperations: {
  readonly listAccounts: Operation<'listAccounts'>
  readonly changeAccount: Operation<'changeAccount'>
  readonly closeAccount: Operation<'closeAccount'>
  readonly reopenAccount: Operation<'reopenAccount'>
  readonly createRecoveryLink: Operation<'createRecoveryLink'>
} = {
  async listAccounts({ trx }) {
    return { body: { items: await accountRepository(trx).listAccounts() } }
  },

  async changeAccount(asked) {
    const { name, role, organisationId } = asked.body
    await organisationOf(asked.trx, role, organisationId)
    return change(asked, ({ isOpen }) => ({ name: name.trim(), role, organisationId, isOpen }))
  },

  closeAccount: (asked) => change(asked, (account) => ({ ...account, isOpen: false })),

  reopenAccount: (asked) => change(asked, (account) => ({ ...account, isOpen: true })),

  async createRecoveryLink({ trx, caller, params: { accountId }, now }) {
    const account = await accountRepository(trx).findAccount(accountId)
    if (account === null) throw notFound('account')
    if (accountId === caller.accountId) throw toProblem(ownRecovery)
    if (!account.isOpen) throw toProblem(accountIsClosed)
    if (account.signsInWith === 'provider') throw toProblem(hasNoPassword)
    const { token, tokenHash, expiresAt } = newLinkToken(now)
    await recoveryRepository(trx).replaceLink({ accountId, tokenHash, expiresAt })
    return { body: { token, expiresAt: expiresAt.toISOString() } }
  },
}

/**
 * The organisation that an account is to belong to.
 *
 * @throws Problem 400 where it does not exist, or the role needs one
 */
export async function organisationOf(trx: Trx, role: Role, organisationId: string | null) {
  const found = organisationId === null ? null : await administrationRepository(trx).findOrganisation(organisationId)
  if (organisationId !== null && found === null) throw toProblem(unknownOrganisation)
  if (organisationId === null && needsOrganisation(role)) throw toProblem(organisationNeeded)
  return found && { organisationId: found.organisationId, code: found.code, name: found.name }
}

type Changed = AccountRights & { readonly name: string }
type AskedChange = Pick<Asked<'closeAccount'>, 'params' | 'headers' | 'audit'> & {
  readonly trx: Trx
  readonly caller: Caller
}

/** Makes one change to an account as it was read. Where its rights become others, its sessions end. */
async function change(
  { trx, caller, params: { accountId }, headers, audit }: AskedChange,
  changedOf: (before: Changed) => Changed,
): Promise<Answer<'closeAccount'>> {
  const repository = accountRepository(trx)
  const locked = await repository.lockAccount(accountId)
  if (locked === null) throw notFound('account')
  const { account, otherAdministrators } = locked
  if (headers['if-match'] !== `"${account.version}"`) throw toProblem(changedMeanwhile('account'))
  const { name, role, isOpen } = account
  const before = { name, role, organisationId: account.organisation?.organisationId ?? null, isOpen }
  const after = changedOf(before)
  const isOwn = accountId === caller.accountId
  const refusal = rightsRefusal({ isOwn, before, after, otherAdministrators })
  if (refusal !== null) throw toProblem(refusal)
  const names = ['name', 'role', 'organisationId', 'isOpen'] as const
  audit.changed(names.filter((each) => before[each] !== after[each]))
  await repository.changeAccount(accountId, after)
  if (rightsDiffer(before, after)) await repository.endSessions(accountId)
  const body = await repository.findAccount(accountId)
  if (body === null) throw notFound('account')
  return { body, version: body.version }
}
