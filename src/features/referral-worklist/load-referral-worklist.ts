import type { LoaderFunctionArgs } from 'react-router'
import { api } from '../../data/api-client.ts'
import { parseSearch } from '../../data/search-params.ts'
import { unwrap } from '../../data/unwrap.ts'
import { referralFilters, toQuery } from './referral-filters.ts'

/** One page of the referrals that the address asks for, with how many each filter would leave. */
export function loadReferralWorklist({ request, url }: LoaderFunctionArgs) {
  const query = toQuery(parseSearch(referralFilters, url.searchParams))
  return unwrap(api.GET('/referrals', { params: { query }, signal: request.signal }))
}
