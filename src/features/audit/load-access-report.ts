import type { LoaderFunctionArgs } from 'react-router'
import { addressId } from '../../data/address-id.ts'
import { api } from '../../data/api-client.ts'
import { unwrap } from '../../data/unwrap.ts'

/** Who has seen one patient's record, in words for the patient. */
export function loadAccessReport({ params, request: { signal } }: LoaderFunctionArgs) {
  const path = { patientId: addressId(params.patientId, 'patient') }
  return unwrap(api.GET('/audit/patients/{patientId}/access-report', { params: { path }, signal }))
}
