import type { components } from '#api/schema.ts'
import { emailTaken, organisationNeeded, unknownOrganisation } from '#domain/access/account-refusals.ts'
import { passwordRefusal } from '#domain/access/password-refusals.ts'
import { needsOrganisation } from '#domain/access/role.ts'
import { toProblem } from '../../http/problem.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import { holdAccount } from '../../state/held-account.ts'
import { describeAccount } from './describe-account.ts'
import { keepAccount } from './keep-account.ts'

type Schemas = components['schemas']

/** @throws Problem 400 where the password is guessed first or the organisation missing or not known, 409 where the email address is taken */
export function createAccount(
  state: DemonstrationState,
  { role, organisationId, password, ...person }: Schemas['NewAccount'],
): Schemas['Account'] {
  const { accounts, organisations } = state
  const refusal = passwordRefusal(password)
  if (refusal !== null) throw toProblem(refusal)
  if (organisationId !== null && !organisations.has(organisationId)) throw toProblem(unknownOrganisation)
  if (organisationId === null && needsOrganisation(role)) throw toProblem(organisationNeeded)
  const name = person.name.trim()
  const email = person.email.trim()
  if ([...accounts.values()].some((each) => each.email.toLowerCase() === email.toLowerCase())) {
    throw toProblem(emailTaken)
  }
  const account = holdAccount({ accountId: crypto.randomUUID(), name, email, role, organisationId, password })
  keepAccount(state, account)
  return describeAccount(state, account)
}
