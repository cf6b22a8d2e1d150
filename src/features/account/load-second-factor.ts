import type { LoaderFunctionArgs } from 'react-router'
import { api } from '../../data/api-client.ts'
import { unwrap } from '../../data/unwrap.ts'

/** Whether the reader's account asks for a second factor. */
export function loadSecondFactor({ request }: LoaderFunctionArgs) {
  return unwrap(api.GET('/account/second-factor', { signal: request.signal }))
}
