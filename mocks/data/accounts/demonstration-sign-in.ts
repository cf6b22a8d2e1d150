import { roleLabel } from '#domain/access/role.ts'
import { demonstrationAccounts } from './demonstration-accounts.ts'

/** One account of every role to try the page with, in the order of the accounts. */
export const demonstrationSignIn = demonstrationAccounts
  .filter(({ role }, place) => demonstrationAccounts.findIndex((other) => other.role === role) === place)
  .map(({ role, email, password }) => ({ role: roleLabel(role), email, password }))
