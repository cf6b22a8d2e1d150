import type { components } from '#api/schema.ts'
import { changedMeanwhile } from '#domain/access/account-change-refusals.ts'
import { organisationNeeded, unknownOrganisation } from '#domain/access/account-refusals.ts'
import { rightsDiffer, rightsRefusal } from '#domain/access/account-rights.ts'
import { needsOrganisation } from '#domain/access/role.ts'
import type { Caller } from '../../http/caller.ts'
import { notFound, toProblem } from '../../http/problem.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import type { HeldAccount } from '../../state/held-account.ts'
import { describeAccount } from './describe-account.ts'
import { endSessionsOf } from './end-sessions-of.ts'
import { keepAccount } from './keep-account.ts'

interface AskedChange {
  readonly state: DemonstrationState
  readonly caller: Caller
  readonly params: { readonly accountId: string }
  readonly headers: { readonly 'if-match': string }
}

/** @throws Problem 400 where the organisation is missing or not known */
export function changeAccount(asked: AskedChange, body: components['schemas']['AccountChange']) {
  const { role, organisationId } = body
  if (organisationId !== null && !asked.state.organisations.has(organisationId)) throw toProblem(unknownOrganisation)
  if (organisationId === null && needsOrganisation(role)) throw toProblem(organisationNeeded)
  return change(asked, { name: body.name.trim(), role, organisationId })
}

/**
 * Makes one change to an account as it was read. Where its rights become others, its sessions end.
 *
 * @throws Problem 404, 412 where somebody else changed it, 403 for the own rights, 409 for the last administrator
 */
export function change(
  { state, caller, params: { accountId }, headers }: AskedChange,
  parts: Partial<HeldAccount>,
): { body: components['schemas']['Account']; version: number } {
  const before = state.accounts.get(accountId)
  if (!before) throw notFound('account')
  if (headers['if-match'] !== `"${before.version}"`) throw toProblem(changedMeanwhile('account'))
  const after = { ...before, ...parts, version: before.version + 1 }
  const otherAdministrators = [...state.accounts.values()].filter(
    (each) => each.accountId !== accountId && each.isOpen && each.role === 'administrator',
  ).length
  const refusal = rightsRefusal({ isOwn: accountId === caller.accountId, before, after, otherAdministrators })
  if (refusal !== null) throw toProblem(refusal)
  keepAccount(state, after)
  if (rightsDiffer(before, after)) endSessionsOf(state, accountId)
  return { body: describeAccount(state, after), version: after.version }
}
