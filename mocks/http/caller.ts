import type { Role } from '#domain/access/role.ts'
import type { DemonstrationState } from '../state/demonstration-state.ts'
import type { HeldOrganisation } from '../state/held-organisation.ts'

/** Who is asking. */
export interface Caller {
  readonly accountId: string
  readonly name: string
  readonly role: Role
  readonly organisation: HeldOrganisation | null
}

/**
 * Stands in for the session cookie, which neither a service worker nor Node can set here: requests with the same value
 * are one person's. The page sends none and is one person; tests name as many as they need.
 */
export const sessionHeader = 'x-demonstration-session'

const sessionOfPage = 'page'

export function sessionOf(request: Request): string {
  return request.headers.get(sessionHeader) ?? sessionOfPage
}

/** Who has signed in on a session; null for nobody. */
export function findCaller(state: DemonstrationState, session: string): Caller | null {
  const account = state.accounts.get(state.signedIn.get(session) ?? '')
  if (!account) return null
  const { accountId, name, role, organisationId } = account
  return { accountId, name, role, organisation: state.organisations.get(organisationId ?? '') ?? null }
}
