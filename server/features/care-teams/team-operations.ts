import { randomUUID } from 'node:crypto'
import type { components } from '#api/schema.ts'
import { notAClinician, teamNameTaken } from '#domain/access/care-team-refusals.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { scopeOf } from '../../patient-rows/patients-in-scope.ts'
import { withCounts } from '../../patient-rows/with-counts-repository.ts'
import { answerOnce } from '../../plugins/idempotency-repository.ts'
import type { Caller, Operation, Trx } from '../../plugins/operation.ts'
import { notFound, toProblem } from '../../plugins/problem.ts'
import {
  addMember,
  addTeam,
  countPatientsByTeam,
  endMembership,
  isTeamOf,
  readClinicians,
  readTeams,
} from './team-repository.ts'

type Team = components['schemas']['Team']

/** The clinical teams of the caller's organisation, kept by its information officer. */
export const teamOperations: {
  readonly listTeams: Operation<'listTeams'>
  readonly createTeam: Operation<'createTeam'>
  readonly addTeamMember: Operation<'addTeamMember'>
  readonly endTeamMembership: Operation<'endTeamMembership'>
} = {
  async listTeams({ trx, caller, asOf }) {
    const { organisationId } = scopeOf(caller)
    const { teams, withoutTeam } = await describeTeams(trx, caller, asOf)
    return { body: { items: teams, clinicians: await readClinicians(trx, organisationId), withoutTeam } }
  },

  createTeam({ trx, caller, asOf, audit, headers, body }) {
    const once = { caller, audit, key: headers['idempotency-key'], operation: 'createTeam', content: body }
    return answerOnce(trx, once, async () => {
      const { organisationId } = scopeOf(caller)
      const teamId = randomUUID()
      const name = body.name.trim()
      if (!(await addTeam(trx, { teamId, organisationId, name }))) throw toProblem(teamNameTaken(name))
      return { body: await teamNamed(trx, caller, asOf, teamId) }
    })
  },

  async addTeamMember({ trx, caller, asOf, audit, params: { teamId }, body: { accountId } }) {
    const { organisationId } = scopeOf(caller)
    if (!(await isTeamOf(trx, teamId, organisationId))) throw notFound('team of your organisation')
    const clinicians = await readClinicians(trx, organisationId)
    if (!clinicians.some((each) => each.accountId === accountId)) throw toProblem(notAClinician)
    audit.account(accountId)
    await addMember(trx, { membershipId: randomUUID(), teamId, accountId, asOf })
    return { body: await teamNamed(trx, caller, asOf, teamId) }
  },

  async endTeamMembership({ trx, caller, asOf, audit, params: { teamId, accountId } }) {
    const { organisationId } = scopeOf(caller)
    if (!(await isTeamOf(trx, teamId, organisationId))) throw notFound('team of your organisation')
    audit.account(accountId)
    if (!(await endMembership(trx, { teamId, accountId, asOf }))) throw notFound('member of this team')
    return { body: await teamNamed(trx, caller, asOf, teamId) }
  },
}

async function describeTeams(trx: Trx, caller: Caller, asOf: CalendarDate) {
  const { organisationId } = scopeOf(caller)
  const isKeeper = caller.role === 'information-officer'
  const counts = isKeeper ? await withCounts(trx, () => countPatientsByTeam(trx, organisationId)) : null
  const teams = await readTeams(trx, { organisationId, asOf })
  return {
    teams: teams.map((team): Team => ({ ...team, patients: counts === null ? null : (counts.get(team.teamId) ?? 0) })),
    withoutTeam: counts === null ? null : (counts.get(null) ?? 0),
  }
}

async function teamNamed(trx: Trx, caller: Caller, asOf: CalendarDate, teamId: string): Promise<Team> {
  const { teams } = await describeTeams(trx, caller, asOf)
  const team = teams.find((each) => each.teamId === teamId)
  if (team === undefined) throw new Error(`The team ${teamId} was changed and cannot be read.`)
  return team
}
