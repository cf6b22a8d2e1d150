import type { LoaderFunctionArgs } from 'react-router'
import { api } from '../../data/api-client.ts'
import { readSingleSignOn } from '../../data/single-sign-on.ts'
import { unwrap } from '../../data/unwrap.ts'

/** Where the reader is signed in, and with what. */
export async function loadAccount({ request }: LoaderFunctionArgs) {
  const [{ items }, singleSignOn] = await Promise.all([
    unwrap(api.GET('/account/sessions', { signal: request.signal })),
    readSingleSignOn(request.signal),
  ])
  return { sessions: items, singleSignOn }
}
