import { randomUUID } from 'node:crypto'
import { addMonths, type CalendarDate } from '#domain/identity/calendar-date.ts'
import type { DemonstrationTeam } from '../../../mocks/data/demonstration-data.ts'
import type { Trx } from '../../plugins/operation.ts'

/** Clinical teams with members since two years ago. */
export async function insertTeams(trx: Trx, teams: readonly DemonstrationTeam[], asOf: CalendarDate): Promise<void> {
  await trx
    .insertInto('team')
    .values(
      teams.map(({ teamId, organisationId, name }) => ({
        team_id: teamId,
        organisation_id: organisationId,
        name,
        is_demonstration: true,
      })),
    )
    .execute()
  const since = addMonths(asOf, -24)
  await trx
    .insertInto('team_member')
    .values(
      teams.flatMap(({ teamId, memberIds }) =>
        memberIds.map((accountId) => ({ membership_id: randomUUID(), team_id: teamId, account_id: accountId, since })),
      ),
    )
    .execute()
}
