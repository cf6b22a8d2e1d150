import type { components } from '#api/schema.ts'
import { teamChanged, unknownTeam } from '#domain/access/care-team-refusals.ts'
import { looksAfter, relationshipTo } from '#domain/access/patient-scope.ts'
import { notFound, toProblem } from '../../http/problem.ts'
import { compareNames } from '../../paging/compare-keys.ts'
import type { HeldPatient } from '../../state/held-patient.ts'
import { membersOf, ownTeams, type TeamQuestion } from './teams.ts'

type Schemas = components['schemas']

const mostListed = 100

/** Who looks after a patient, and whoever else can open the record now. */
export function patientCareTeam(
  asked: TeamQuestion & { readonly now: Date },
  patientId: string,
): Schemas['PatientCareTeam'] {
  const { state, caller, now } = asked
  const patient = state.patients.get(patientId)
  if (patient === undefined || relationshipTo(caller.scope, patient) === null) throw notFound('patient')
  const teams = ownTeams(asked)
  const team = teams.find(({ teamId }) => teamId === patient.teamId)
  return {
    team: careTeamOf(asked, patient),
    members: team === undefined ? [] : membersOf(asked, team),
    accesses: [...state.accesses.values()]
      .filter((access) => access.patientId === patientId && access.endsAt > now)
      .toSorted((a, b) => b.beganAt.getTime() - a.beganAt.getTime())
      .map(({ name, role, beganAt, endsAt, reasonCode }) => ({
        ...{ name, role, reasonCode },
        beganAt: beganAt.toISOString(),
        endsAt: endsAt.toISOString(),
      })),
    otherTeams: teams.filter((each) => each !== team).map(({ teamId, name }) => ({ teamId, name })),
  }
}

/** The team that looks after a patient; null for none. */
export function careTeamOf(
  { state }: Pick<TeamQuestion, 'state'>,
  { teamId, teamSince }: Pick<HeldPatient, 'teamId' | 'teamSince'>,
): Schemas['CareTeam'] | null {
  const team = teamId === null ? undefined : state.teams.get(teamId)
  return team === undefined ? null : { teamId: team.teamId, name: team.name, since: teamSince }
}

/** A clinician hands over a patient of the own team; an information officer assigns one who has none. */
export function assignTeam(
  asked: TeamQuestion,
  patientId: string,
  { from, teamId }: Schemas['TeamAssignment'],
): Schemas['CareTeam'] {
  const { state, caller, asOf } = asked
  const patient = state.patients.get(patientId)
  if (patient === undefined || !isTheirs(asked, patient)) throw notFound('patient')
  const team = ownTeams(asked).find((each) => each.teamId === teamId)
  if (team === undefined) throw toProblem(unknownTeam)
  const mayGive = caller.role === 'information-officer' || looksAfter(caller.scope, patient)
  if (patient.teamId !== from || !mayGive) throw toProblem(teamChanged)
  state.patients.set(patientId, { ...patient, teamId, teamSince: asOf })
  return { teamId, name: team.name, since: asOf }
}

export function patientsWithoutTeam(asked: TeamQuestion): Schemas['UnassignedPatients'] {
  const unassigned = [...asked.state.patients.values()].filter((patient) => isWithoutTeam(asked, patient))
  return {
    items: unassigned
      .toSorted((a, b) => compareNames(a.familyName, b.familyName) || compareNames(a.givenName, b.givenName))
      .slice(0, mostListed)
      .map(({ patientId, familyName, givenName, title, record, nhsNumber, hospitalNumber }) => ({
        ...{ patientId, nhsNumber, hospitalNumber },
        name: { familyName, givenName, title },
        bornOn: record.bornOn,
      })),
    total: unassigned.length,
  }
}

function isTheirs(asked: TeamQuestion, patient: HeldPatient): boolean {
  if (asked.caller.role === 'information-officer') return isWithoutTeam(asked, patient)
  return relationshipTo(asked.caller.scope, patient) !== null
}

function isWithoutTeam({ caller }: TeamQuestion, { organisationId, teamId }: HeldPatient): boolean {
  return organisationId === caller.scope.organisationId && teamId === null
}
