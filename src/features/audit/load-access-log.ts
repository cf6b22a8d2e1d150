import type { LoaderFunctionArgs } from 'react-router'
import { api } from '../../data/api-client.ts'
import { parseSearch } from '../../data/search-params.ts'
import { unwrap } from '../../data/unwrap.ts'
import { accessFilters, toAuditFilters } from './access-filters.ts'

/** One page of the log as the address narrows it. */
export async function loadAccessLog({ url, request: { signal } }: LoaderFunctionArgs) {
  const filters = parseSearch(accessFilters, url.searchParams)
  const query = { ...toAuditFilters(filters), ...(filters.after === undefined ? {} : { after: filters.after }) }
  return { filters, page: await unwrap(api.GET('/audit/events', { params: { query }, signal })) }
}
