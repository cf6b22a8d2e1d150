import type { LoaderFunctionArgs } from 'react-router'
import { addressId } from '../../data/address-id.ts'
import { api } from '../../data/api-client.ts'
import { unwrap } from '../../data/unwrap.ts'

/** What a trial would find, open or not, and what it is called. */
export async function loadTrialFeasibility({ params, request: { signal } }: LoaderFunctionArgs) {
  const path = { trialId: addressId(params.trialId, 'trial') }
  const [{ trial }, feasibility] = await Promise.all([
    unwrap(api.GET('/trials/{trialId}', { params: { path }, signal })),
    unwrap(api.GET('/trials/{trialId}/feasibility', { params: { path }, signal })),
  ])
  return { trial, feasibility }
}
