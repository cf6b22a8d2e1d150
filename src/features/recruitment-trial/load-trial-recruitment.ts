import type { LoaderFunctionArgs } from 'react-router'
import { addressId } from '../../data/address-id.ts'
import { api } from '../../data/api-client.ts'
import { unwrap } from '../../data/unwrap.ts'

/** One trial's recruitment by month and by site. */
export function loadTrialRecruitment({ request, params }: LoaderFunctionArgs) {
  const path = { trialId: addressId(params.trialId, 'trial') }
  return unwrap(api.GET('/recruitment/{trialId}', { params: { path }, signal: request.signal }))
}
