import type { LoaderFunctionArgs } from 'react-router'
import { api } from '../../data/api-client.ts'
import { unwrap } from '../../data/unwrap.ts'

/** What needs the caller today. */
export function loadHome({ request }: LoaderFunctionArgs) {
  return unwrap(api.GET('/home', { signal: request.signal }))
}
