import type { LoaderFunctionArgs } from 'react-router'
import { behindRatings } from '#domain/recruitment/recruitment-flags.ts'
import { api } from '../../data/api-client.ts'
import { unwrap } from '../../data/unwrap.ts'

const mostBehind = 5

/** What needs the caller today; for those who watch recruitment also the trials furthest behind target. */
export async function loadHome({ request: { signal } }: LoaderFunctionArgs) {
  const home = await unwrap(api.GET('/home', { signal }))
  if (!home.tiles.some(({ tile }) => tile === 'trialsBehindTarget')) return { ...home, behind: null }
  const { items } = await unwrap(api.GET('/recruitment', { signal }))
  const isBehind = (colour: string) => behindRatings.some((rating) => rating === colour)
  return { ...home, behind: items.filter(({ rating }) => isBehind(rating.colour)).slice(0, mostBehind) }
}
