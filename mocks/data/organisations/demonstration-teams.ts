import { clinicNurse, demonstrationAccounts } from '../accounts/demonstration-accounts.ts'
import type { DemonstrationTeam } from '../demonstration-data.ts'
import { stableId } from '../random/stable-id.ts'
import { demonstrationOrganisations, organisationByCode } from './demonstration-organisations.ts'

/** One more team at the first organisation, of one nurse. */
export const headAndNeckTeam: DemonstrationTeam = {
  teamId: stableId('team/ZZ001/head-and-neck'),
  organisationId: organisationByCode('ZZ001').organisationId,
  name: 'Head and neck clinic',
  memberIds: [clinicNurse.accountId],
}

/** At each organisation one team, in whose care its patients are; where nobody works it has no members. */
const rareCancerTeams: readonly DemonstrationTeam[] = demonstrationOrganisations.map(({ code, organisationId }) => ({
  teamId: stableId(`team/${code}/rare-cancer`),
  organisationId,
  name: 'Rare cancer team',
  memberIds: demonstrationAccounts
    .filter((account) => account.organisationId === organisationId && isClinician(account.role))
    .map(({ accountId }) => accountId)
    .filter((accountId) => accountId !== clinicNurse.accountId),
}))

export const demonstrationTeams: readonly DemonstrationTeam[] = [...rareCancerTeams, headAndNeckTeam]

/** The rare cancer team of an organisation. Throws RangeError for one that is not in the demonstration. */
export function teamAt(organisationId: string): string {
  const team = rareCancerTeams.find((each) => each.organisationId === organisationId)
  if (team === undefined) throw new RangeError(`No demonstration organisation has the identifier ${organisationId}.`)
  return team.teamId
}

function isClinician(role: string): boolean {
  return role === 'oncologist' || role === 'nurse'
}
