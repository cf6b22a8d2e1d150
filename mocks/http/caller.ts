import { type TrialDuty, trialDutiesOn } from '#domain/access/delegation.ts'
import { namedRolesOn } from '#domain/access/named-role.ts'
import type { PatientScope } from '#domain/access/patient-scope.ts'
import { type Role, teamRoles } from '#domain/access/role.ts'
import { isSecondFactorFitting } from '#domain/access/second-factor-demand.ts'
import { backgroundHeader } from '#domain/access/session-limits.ts'
import { calendarDateInLondon } from '#domain/identity/calendar-date-in-london.ts'
import type { DemonstrationState } from '../state/demonstration-state.ts'
import type { HeldAccount } from '../state/held-account.ts'
import type { HeldOrganisation } from '../state/held-organisation.ts'
import { leftOf } from '../state/held-session.ts'
import { isMemberOn } from '../state/held-team.ts'

/** Who is asking. */
export interface Caller {
  readonly accountId: string
  readonly name: string
  readonly role: Role
  readonly organisation: HeldOrganisation | null
  /** Whose patients the person may see. */
  readonly scope: PatientScope
  /** What the person is delegated to do today at the site of the own organisation. */
  readonly trialDuties: readonly TrialDuty[]
  /** Nothing can be done until the second factor that is demanded is set up. */
  readonly needsSecondFactor: boolean
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

/** Who has signed in on a session that has not ended; null for nobody. */
export function findCaller(state: DemonstrationState, session: string): Caller | null {
  const held = state.signedIn.get(session)
  const account = held && leftOf(held, state.now()) ? state.accounts.get(held.accountId) : undefined
  if (!account?.isOpen) return null
  const { accountId, name, role, organisationId } = account
  const organisation = state.organisations.get(organisationId ?? '') ?? null
  const scope = scopeOf(state, account)
  const trialDuties = trialDutiesOf(state, accountId, organisationId)
  const needsSecondFactor =
    state.demandsSecondFactor && isSecondFactorFitting(role) && account.secondFactor?.isConfirmed !== true
  return { accountId, name, role, organisation, scope, trialDuties, needsSecondFactor }
}

function trialDutiesOf(
  state: DemonstrationState,
  accountId: string,
  organisationId: string | null,
): readonly TrialDuty[] {
  const own = [...state.delegations.values()].filter(
    (line) => line.accountId === accountId && line.organisationId === organisationId,
  )
  return trialDutiesOn(own, calendarDateInLondon(state.now()))
}

function scopeOf(state: DemonstrationState, { accountId, organisationId, role }: HeldAccount): PatientScope {
  const now = state.now()
  const today = calendarDateInLondon(now)
  const isClinician = teamRoles.some((each) => each === role)
  const named = [...state.namedRoles.values()].filter(
    (each) => each.accountId === accountId && each.organisationId === organisationId,
  )
  return {
    // No organisation has an empty identifier.
    organisationId: organisationId ?? '',
    teamIds: [...state.teams.values()].filter((team) => isMemberOn(team, accountId, today)).map(({ teamId }) => teamId),
    namedRoles: isClinician ? namedRolesOn(named, today) : [],
    openedPatientIds: [...state.accesses.values()]
      .filter((access) => access.accountId === accountId && access.endsAt > now)
      .map(({ patientId }) => patientId),
  }
}

/** Whatever a person asks for moves the idle limit; what the page asks for by itself does not. */
export function noteUse(state: DemonstrationState, session: string, request: Request): void {
  const held = state.signedIn.get(session)
  if (!held || request.headers.has(backgroundHeader)) return
  state.signedIn.set(session, { ...held, lastUsedAt: state.now() })
}
