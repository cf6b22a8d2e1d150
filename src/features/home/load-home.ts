import type { LoaderFunctionArgs } from 'react-router'
import { behindRatings } from '#domain/recruitment/recruitment-flags.ts'
import { api } from '../../data/api-client.ts'
import { loadOwnTeams } from '../../data/team-membership.ts'
import { unwrap } from '../../data/unwrap.ts'

const mostBehind = 5

/** The numbers; for a clinician who has no patients also the teams, because to be in none is another matter. */
async function loadTiles(signal: AbortSignal) {
  const home = await unwrap(api.GET('/home', { signal }))
  const hasNoPatients = home.tiles.some(({ tile, count }) => tile === 'myPatients' && count === 0)
  const teams = hasNoPatients ? await loadOwnTeams(signal) : null
  return { ...home, teams: teams?.ok ? teams.data.items : null }
}

/** What needs the caller today; for those who watch recruitment also the trials furthest behind target. */
export async function loadHome({ request: { signal } }: LoaderFunctionArgs) {
  const { teams, ...home } = await loadTiles(signal)
  if (!home.tiles.some(({ tile }) => tile === 'trialsBehindTarget')) return { ...home, teams, behind: null }
  const { items } = await unwrap(api.GET('/recruitment', { signal }))
  const isBehind = (colour: string) => behindRatings.some((rating) => rating === colour)
  return { ...home, teams, behind: items.filter(({ rating }) => isBehind(rating.colour)).slice(0, mostBehind) }
}
