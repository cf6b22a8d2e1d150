import type { LoaderFunctionArgs } from 'react-router'
import { api } from '../../data/api-client.ts'
import { unwrap } from '../../data/unwrap.ts'

/** Where this browser's signing in stands. */
export async function loadSingleSignOn({ request }: LoaderFunctionArgs) {
  return unwrap(api.GET('/single-sign-on', { signal: request.signal }))
}
