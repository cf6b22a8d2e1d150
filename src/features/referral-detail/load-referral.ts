import type { LoaderFunctionArgs } from 'react-router'
import { addressId } from '../../data/address-id.ts'
import { api } from '../../data/api-client.ts'
import { unwrap } from '../../data/unwrap.ts'

/** One referral with its history and the steps the caller may take next. */
export function loadReferral({ request, params }: LoaderFunctionArgs) {
  const path = { referralId: addressId(params.referralId, 'referral') }
  return unwrap(api.GET('/referrals/{referralId}', { params: { path }, signal: request.signal }))
}
