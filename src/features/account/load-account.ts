import type { LoaderFunctionArgs } from 'react-router'
import { api } from '../../data/api-client.ts'
import { unwrap } from '../../data/unwrap.ts'

/** Where the reader is signed in. */
export async function loadAccount({ request }: LoaderFunctionArgs) {
  const { items } = await unwrap(api.GET('/account/sessions', { signal: request.signal }))
  return { sessions: items }
}
