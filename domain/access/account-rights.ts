import { lastAdministrator, ownClosing, ownRights } from './account-change-refusals.ts'
import type { RefusalText } from './refusal-text.ts'
import type { Role } from './role.ts'

/** What an account may do. */
export interface AccountRights {
  readonly role: Role
  readonly organisationId: string | null
  /** Whether anybody can sign in to it. */
  readonly isOpen: boolean
}

interface RightsChange {
  readonly isOwn: boolean
  readonly before: AccountRights
  readonly after: AccountRights
  /** Open accounts of administrators besides this one. */
  readonly otherAdministrators: number
}

/** Why these rights may not be changed; null where they may, or stay as they are. */
export function rightsRefusal({ isOwn, before, after, otherAdministrators }: RightsChange): RefusalText | null {
  if (!rightsDiffer(before, after)) return null
  if (isOwn) return after.isOpen ? ownRights : ownClosing
  return isAdministrator(before) && !isAdministrator(after) && otherAdministrators === 0 ? lastAdministrator : null
}

/** Whether sessions opened before are worth other rights than they were, and so have to end. */
export function rightsDiffer(before: AccountRights, after: AccountRights): boolean {
  return before.role !== after.role || before.organisationId !== after.organisationId || before.isOpen !== after.isOpen
}

function isAdministrator({ role, isOpen }: AccountRights): boolean {
  return isOpen && role === 'administrator'
}
