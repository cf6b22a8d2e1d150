import type { LoaderFunctionArgs } from 'react-router'
import { api } from '../../data/api-client.ts'
import { parseSearch } from '../../data/search-params.ts'
import { unwrap } from '../../data/unwrap.ts'
import { releaseSearch } from './release-search.ts'

/** The entry that is to be put right; null for a new one, "gone" where the register has no such entry. */
export async function loadReleaseEntry({ url, request: { signal } }: LoaderFunctionArgs) {
  const { corrects } = parseSearch(releaseSearch, url.searchParams)
  if (corrects === undefined) return { corrected: null }
  const { items } = await unwrap(api.GET('/releases', { signal }))
  return { corrected: items.find(({ releaseId }) => releaseId === corrects) ?? ('gone' as const) }
}
