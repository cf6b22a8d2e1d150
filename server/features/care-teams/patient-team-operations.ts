import { teamChanged, unknownTeam } from '#domain/access/care-team-refusals.ts'
import { scopeOf } from '../../patient-rows/patients-in-scope.ts'
import type { Operation } from '../../plugins/operation.ts'
import { notFound, toProblem } from '../../plugins/problem.ts'
import { readStandingAccesses } from './emergency-access-repository.ts'
import {
  assignTeam,
  isWithoutTeam,
  readCareTeam,
  readPatientsWithoutTeam,
  readTeamName,
} from './patient-team-repository.ts'
import { readMembers, readTeams } from './team-repository.ts'

const mostListed = 100

/** Who looks after one patient, and giving a patient into the care of a team. */
export const patientTeamOperations: {
  readonly getPatientCareTeam: Operation<'getPatientCareTeam'>
  readonly assignPatientTeam: Operation<'assignPatientTeam'>
  readonly listPatientsWithoutTeam: Operation<'listPatientsWithoutTeam'>
} = {
  async getPatientCareTeam({ trx, caller, asOf, now, params: { patientId } }) {
    const scope = scopeOf(caller)
    const team = await readCareTeam(trx, patientId, scope)
    if (team === undefined) throw notFound('patient')
    const members = team === null ? [] : ((await readMembers(trx, [team.teamId], asOf)).get(team.teamId) ?? [])
    const teams = await readTeams(trx, { organisationId: scope.organisationId, asOf })
    const otherTeams = teams
      .filter(({ teamId }) => teamId !== team?.teamId)
      .map(({ teamId, name }) => ({ teamId, name }))
    return { body: { team, members, accesses: await readStandingAccesses(trx, patientId, now), otherTeams } }
  },

  async assignPatientTeam({ trx, caller, asOf, params: { patientId }, body: { from, teamId } }) {
    const scope = scopeOf(caller)
    const isTheirs =
      caller.role === 'information-officer'
        ? await isWithoutTeam(trx, patientId, scope.organisationId)
        : (await readCareTeam(trx, patientId, scope)) !== undefined
    if (!isTheirs) throw notFound('patient')
    const name = await readTeamName(trx, teamId, scope.organisationId)
    if (name === null) throw toProblem(unknownTeam)
    if (!(await assignTeam(trx, { patientId, from, teamId, asOf }))) throw toProblem(teamChanged)
    return { body: { teamId, name, since: asOf } }
  },

  async listPatientsWithoutTeam({ trx, caller, audit }) {
    const { organisationId } = scopeOf(caller)
    const body = await readPatientsWithoutTeam(trx, { organisationId, limit: mostListed })
    audit.patients(body.items.map(({ patientId }) => patientId))
    return { body }
  },
}
