import type { LoaderFunctionArgs } from 'react-router'
import { api } from '../../data/api-client.ts'
import { parseSearch } from '../../data/search-params.ts'
import { unwrap } from '../../data/unwrap.ts'
import { releaseSearch } from './release-search.ts'

/** The whole register, and which entry of it was published just now. */
export async function loadReleases({ url, request: { signal } }: LoaderFunctionArgs) {
  const { entered } = parseSearch(releaseSearch, url.searchParams)
  const { items, isCapped } = await unwrap(api.GET('/releases', { signal }))
  return { items, isCapped, entered: items.find(({ releaseId }) => releaseId === entered) ?? null }
}
