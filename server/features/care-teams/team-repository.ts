import { sql } from 'kysely'
import type { components } from '#api/schema.ts'
import { teamRoles } from '#domain/access/role.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { Trx } from '../../plugins/operation.ts'

type Schemas = components['schemas']

interface TeamQuery {
  readonly organisationId: string
  readonly asOf: CalendarDate
}

/** The teams of an organisation with their members of today, both in the order of their names. */
export async function readTeams(
  trx: Trx,
  { organisationId, asOf }: TeamQuery,
): Promise<Omit<Schemas['Team'], 'patients'>[]> {
  const teams = await trx
    .selectFrom('team')
    .select(['team_id as teamId', 'name'])
    .where('organisation_id', '=', organisationId)
    .orderBy(sql`name collate "und-x-icu"`)
    .execute()
  const members = await readMembers(
    trx,
    teams.map(({ teamId }) => teamId),
    asOf,
  )
  return teams.map((team) => ({ ...team, members: members.get(team.teamId) ?? [] }))
}

/**
 * Whoever is a member of some teams today, by team. Somebody who has another role now, or works elsewhere, is not told:
 * no patient is theirs.
 */
export async function readMembers(
  trx: Trx,
  teamIds: readonly string[],
  asOf: CalendarDate,
): Promise<ReadonlyMap<string, Schemas['TeamMember'][]>> {
  if (teamIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('team_member')
    .innerJoin('account', 'account.account_id', 'team_member.account_id')
    .innerJoin('team', (join) =>
      join
        .onRef('team.team_id', '=', 'team_member.team_id')
        .onRef('team.organisation_id', '=', 'account.organisation_id'),
    )
    .select(['team.team_id', 'account.account_id as accountId', 'account.name', 'account.role', 'since'])
    .where('team.team_id', 'in', [...teamIds])
    .where('account.role', 'in', [...teamRoles])
    .where('account.is_active', '=', true)
    .where('since', '<=', asOf)
    .where((is) => is.or([is('until', 'is', null), is('until', '>', asOf)]))
    .orderBy(sql`account.name collate "und-x-icu"`)
    .execute()
  const byTeam = Map.groupBy(rows, ({ team_id }) => team_id)
  return new Map([...byTeam].map(([id, own]) => [id, own.map(({ team_id: _, ...member }) => member)]))
}

/** Who could be a member of a team of the organisation. */
export async function readClinicians(trx: Trx, organisationId: string): Promise<Schemas['Clinician'][]> {
  return trx
    .selectFrom('account')
    .select(['account_id as accountId', 'name', 'role'])
    .where('organisation_id', '=', organisationId)
    .where('is_active', '=', true)
    .where('role', 'in', [...teamRoles])
    .orderBy(sql`name collate "und-x-icu"`)
    .execute()
}

/** False where the organisation has a team of this name, also in other capitals. */
export async function addTeam(
  trx: Trx,
  team: { readonly teamId: string; readonly organisationId: string; readonly name: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('team')
    .values({ team_id: team.teamId, organisation_id: team.organisationId, name: team.name })
    .onConflict((conflict) => conflict.expression(sql`organisation_id, lower(name)`).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export interface Membership {
  readonly membershipId: string
  readonly teamId: string
  readonly accountId: string
  readonly asOf: CalendarDate
}

/** Makes somebody a member from a day on; whoever is one already stays one. */
export async function addMember(trx: Trx, { membershipId, teamId, accountId, asOf }: Membership): Promise<void> {
  await trx
    .insertInto('team_member')
    .values({ membership_id: membershipId, team_id: teamId, account_id: accountId, since: asOf })
    .onConflict((conflict) => conflict.columns(['account_id', 'team_id']).where('until', 'is', null).doNothing())
    .execute()
}

/** The day is the first without the membership. False where there was none. */
export async function endMembership(
  trx: Trx,
  { teamId, accountId, asOf }: Omit<Membership, 'membershipId'>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('team_member')
    .set({ until: asOf })
    .where('team_id', '=', teamId)
    .where('account_id', '=', accountId)
    .where('until', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function isTeamOf(trx: Trx, teamId: string, organisationId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('team')
    .select('team_id')
    .where('team_id', '=', teamId)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  return row !== undefined
}

/** How many patients each team of an organisation looks after; null for those without a team. */
export async function countPatientsByTeam(
  trx: Trx,
  organisationId: string,
): Promise<ReadonlyMap<string | null, number>> {
  const rows = await trx
    .selectFrom('patient')
    .select(['team_id', ({ fn }) => fn.countAll<number>().as('count')])
    .where('organisation_id', '=', organisationId)
    .groupBy('team_id')
    .execute()
  return new Map(rows.map(({ team_id, count }) => [team_id, count]))
}
