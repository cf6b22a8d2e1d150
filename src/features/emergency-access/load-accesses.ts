import type { LoaderFunctionArgs } from 'react-router'
import { api } from '../../data/api-client.ts'
import { parseSearch } from '../../data/search-params.ts'
import { unwrap } from '../../data/unwrap.ts'
import { accessSearch } from './access-search.ts'

/** One page of the openings of records, those to review unless all are asked for. */
export async function loadAccesses({ url, request: { signal } }: LoaderFunctionArgs) {
  const search = parseSearch(accessSearch, url.searchParams)
  const query = {
    reviewed: search.reviewed ?? ('toReview' as const),
    ...(search.after === undefined ? {} : { after: search.after }),
  }
  return { search, page: await unwrap(api.GET('/emergency-accesses', { params: { query }, signal })) }
}
