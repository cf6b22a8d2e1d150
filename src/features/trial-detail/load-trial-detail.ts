import type { LoaderFunctionArgs } from 'react-router'
import { addressId } from '../../data/address-id.ts'
import { api } from '../../data/api-client.ts'
import { parseSearch } from '../../data/search-params.ts'
import { unwrap } from '../../data/unwrap.ts'
import { possiblePatientSearch } from './possible-patient-filters.ts'

/** One trial, and which of the possible patients the address asks for. */
export async function loadTrialDetail({ params, url, request: { signal } }: LoaderFunctionArgs) {
  const path = { trialId: addressId(params.trialId, 'trial') }
  const detail = await unwrap(api.GET('/trials/{trialId}', { params: { path }, signal }))
  return { detail, search: parseSearch(possiblePatientSearch, url.searchParams) }
}
