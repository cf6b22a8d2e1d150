import type { LoaderFunctionArgs } from 'react-router'
import { api } from '../../data/api-client.ts'
import { parseSearch } from '../../data/search-params.ts'
import { unwrap } from '../../data/unwrap.ts'
import { changeFilters } from './change-filters.ts'

/** So many are grouped on one page that the patients of a new trial are seldom cut apart. */
const limit = 200

/** What has changed for the caller's patients, the newest first. */
export function loadCandidateChanges({ request, url }: LoaderFunctionArgs) {
  const { kind, seen, trialId, after } = parseSearch(changeFilters, url.searchParams)
  const query = {
    seen,
    limit,
    ...(kind === undefined ? {} : { kind }),
    ...(trialId === undefined ? {} : { trialId }),
    ...(after === undefined ? {} : { after }),
  }
  return unwrap(api.GET('/changes', { params: { query }, signal: request.signal }))
}
