import type { LoaderFunctionArgs } from 'react-router'
import { api } from './api-client.ts'
import { unwrap } from './unwrap.ts'

/** The taxonomy, parents before children. It does not change while a page is open, so its route never loads it again. */
export async function loadCancerTypes({ request }: LoaderFunctionArgs) {
  const { items } = await unwrap(api.GET('/cancer-types', { signal: request.signal }))
  return items
}
