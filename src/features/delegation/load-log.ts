import type { LoaderFunctionArgs } from 'react-router'
import { addressId } from '../../data/address-id.ts'
import { api } from '../../data/api-client.ts'
import { unwrap } from '../../data/unwrap.ts'

/** Who may do what on one trial at the own site, now and before. */
export function loadLog({ request: { signal }, params }: LoaderFunctionArgs) {
  const path = { trialId: addressId(params.trialId, 'trial') }
  return unwrap(api.GET('/trials/{trialId}/delegation-log', { params: { path }, signal }))
}
