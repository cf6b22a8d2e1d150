import type { LoaderFunctionArgs } from 'react-router'
import { api } from '../../data/api-client.ts'
import { parseSearch } from '../../data/search-params.ts'
import { unwrap } from '../../data/unwrap.ts'
import { trialQuery, trialSearch } from './trial-filters.ts'

/** One page of trials, open and closed, as the address asks for it. */
export async function loadTrialCatalogue({ url, request: { signal } }: LoaderFunctionArgs) {
  const search = parseSearch(trialSearch, url.searchParams)
  const page = await unwrap(api.GET('/trials', { params: { query: trialQuery(search) }, signal }))
  return { search, page }
}
