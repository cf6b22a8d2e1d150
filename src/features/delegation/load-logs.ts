import type { LoaderFunctionArgs } from 'react-router'
import { api } from '../../data/api-client.ts'
import { unwrap } from '../../data/unwrap.ts'

/** The trials of the own site, with who leads them and what waits. */
export function loadLogs({ request: { signal } }: LoaderFunctionArgs) {
  return unwrap(api.GET('/delegation-logs', { signal }))
}
