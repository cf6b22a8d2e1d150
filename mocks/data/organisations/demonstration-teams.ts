import { demonstrationAccounts } from '../accounts/demonstration-accounts.ts'
import type { DemonstrationTeam } from '../demonstration-data.ts'
import { stableId } from '../random/stable-id.ts'
import { demonstrationOrganisations } from './demonstration-organisations.ts'

/** At each organisation one team, in whose care all of its patients are; where nobody works it has no members. */
export const demonstrationTeams: readonly DemonstrationTeam[] = demonstrationOrganisations.map(
  ({ code, organisationId }) => ({
    teamId: stableId(`team/${code}/rare-cancer`),
    organisationId,
    name: 'Rare cancer team',
    memberIds: demonstrationAccounts
      .filter((account) => account.organisationId === organisationId && isClinician(account.role))
      .map(({ accountId }) => accountId),
  }),
)

/** The team that looks after the patients of an organisation. Throws RangeError for one that is not in the demonstration. */
export function teamAt(organisationId: string): string {
  const team = demonstrationTeams.find((each) => each.organisationId === organisationId)
  if (team === undefined) throw new RangeError(`No demonstration organisation has the identifier ${organisationId}.`)
  return team.teamId
}

function isClinician(role: string): boolean {
  return role === 'oncologist' || role === 'nurse'
}
