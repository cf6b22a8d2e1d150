import type { components } from '#api/schema.ts'
import { notAClinician, teamNameTaken } from '#domain/access/care-team-refusals.ts'
import { teamRoles } from '#domain/access/role.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { Caller } from '../../http/caller.ts'
import { notFound, toProblem } from '../../http/problem.ts'
import { compareNames } from '../../paging/compare-keys.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import { type HeldTeam, isMemberOn } from '../../state/held-team.ts'

type Schemas = components['schemas']

export interface TeamQuestion {
  readonly state: DemonstrationState
  readonly caller: Caller
  readonly asOf: CalendarDate
}

/** The teams of the caller's organisation, and who could be a member of one. */
export function listTeams(asked: TeamQuestion): Schemas['TeamList'] {
  const { state, caller } = asked
  const unassigned = [...state.patients.values()].filter(
    (patient) => isOfOwn(caller, patient) && patient.teamId === null,
  )
  return {
    items: ownTeams(asked).map((team) => describeTeam(asked, team)),
    clinicians: clinicians(asked),
    withoutTeam: isKeeper(caller) ? unassigned.length : null,
  }
}

export function createTeam(asked: TeamQuestion, typed: string): Schemas['Team'] {
  const name = typed.trim()
  if (ownTeams(asked).some((team) => team.name.toLowerCase() === name.toLowerCase()))
    throw toProblem(teamNameTaken(name))
  const { organisationId } = asked.caller.scope
  const team: HeldTeam = { teamId: crypto.randomUUID(), organisationId, name, memberships: [] }
  asked.state.teams.set(team.teamId, team)
  return describeTeam(asked, team)
}

/** Who is a member already stays one. */
export function addMember(asked: TeamQuestion, teamId: string, accountId: string): Schemas['Team'] {
  const team = ownTeam(asked, teamId)
  if (!clinicians(asked).some((each) => each.accountId === accountId)) throw toProblem(notAClinician)
  if (isMemberOn(team, accountId, asked.asOf)) return describeTeam(asked, team)
  return replace(asked, { ...team, memberships: [...team.memberships, { accountId, since: asked.asOf, until: null }] })
}

export function endMembership(asked: TeamQuestion, teamId: string, accountId: string): Schemas['Team'] {
  const team = ownTeam(asked, teamId)
  if (!isMemberOn(team, accountId, asked.asOf)) throw notFound('member of this team')
  const memberships = team.memberships.map((each) =>
    each.accountId === accountId && each.until === null ? { ...each, until: asked.asOf } : each,
  )
  return replace(asked, { ...team, memberships })
}

/** The teams of the caller's organisation in the order of their names. */
export function ownTeams({ state, caller }: TeamQuestion): readonly HeldTeam[] {
  return [...state.teams.values()].filter((team) => isOfOwn(caller, team)).toSorted(byName)
}

/** Whoever is a member today, in the order of their names. */
export function membersOf({ state, asOf }: TeamQuestion, team: HeldTeam): Schemas['TeamMember'][] {
  return team.memberships
    .filter(({ accountId }) => isMemberOn(team, accountId, asOf))
    .flatMap(({ accountId, since, until }) => {
      const account = state.accounts.get(accountId)
      const isClinicianThere =
        account?.isOpen === true &&
        account.organisationId === team.organisationId &&
        teamRoles.some((role) => role === account.role)
      return isClinicianThere && until === null ? [{ accountId, name: account.name, role: account.role, since }] : []
    })
    .toSorted(byName)
}

function ownTeam(asked: TeamQuestion, teamId: string): HeldTeam {
  const team = ownTeams(asked).find((each) => each.teamId === teamId)
  if (team === undefined) throw notFound('team of your organisation')
  return team
}

function replace(asked: TeamQuestion, team: HeldTeam): Schemas['Team'] {
  asked.state.teams.set(team.teamId, team)
  return describeTeam(asked, team)
}

function describeTeam(asked: TeamQuestion, team: HeldTeam): Schemas['Team'] {
  const { teamId, name } = team
  const patients = [...asked.state.patients.values()].filter((patient) => patient.teamId === teamId).length
  return { teamId, name, members: membersOf(asked, team), patients: isKeeper(asked.caller) ? patients : null }
}

/** Who could be a member of a team, or be named on a patient. */
export function clinicians({ state, caller }: TeamQuestion): Schemas['Clinician'][] {
  return [...state.accounts.values()]
    .filter((account) => account.isOpen && isOfOwn(caller, account) && teamRoles.some((role) => role === account.role))
    .map(({ accountId, name, role }) => ({ accountId, name, role }))
    .toSorted(byName)
}

function isKeeper({ role }: Caller): boolean {
  return role === 'information-officer'
}

function isOfOwn({ scope }: Caller, { organisationId }: { readonly organisationId: string | null }): boolean {
  return organisationId === scope.organisationId
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return compareNames(a.name, b.name)
}
