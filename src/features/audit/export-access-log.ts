import type { ActionFunctionArgs } from 'react-router'
import { api } from '../../data/api-client.ts'
import { parseSearch } from '../../data/search-params.ts'
import { attempt } from '../../data/unwrap.ts'
import { accessFilters, toAuditFilters } from './access-filters.ts'

/** Takes out what the filters leave as a table. That it was taken is written into the log. */
export async function exportAccessLog({ request }: ActionFunctionArgs) {
  const search = String((await request.formData()).get('search'))
  const body = toAuditFilters(parseSearch(accessFilters, new URLSearchParams(search)))
  return await attempt(api.POST('/audit/events/export', { body }))
}
