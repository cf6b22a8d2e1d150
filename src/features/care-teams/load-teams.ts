import type { LoaderFunctionArgs } from 'react-router'
import { api } from '../../data/api-client.ts'
import { unwrap } from '../../data/unwrap.ts'

/** The teams of the own organisation, and the first of the patients whom none of them looks after. */
export async function loadTeams({ request: { signal } }: LoaderFunctionArgs) {
  const [teams, unassigned] = await Promise.all([
    unwrap(api.GET('/teams', { signal })),
    unwrap(api.GET('/patients/without-team', { signal })),
  ])
  return { teams: teams.items, clinicians: teams.clinicians, unassigned }
}
