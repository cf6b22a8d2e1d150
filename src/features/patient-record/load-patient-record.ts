import type { LoaderFunctionArgs } from 'react-router'
import { addressId } from '../../data/address-id.ts'
import { api } from '../../data/api-client.ts'
import { unwrap } from '../../data/unwrap.ts'

/** One patient with everything recorded, and the candidate trials in the stated order. */
export async function loadPatientRecord({ params, request: { signal } }: LoaderFunctionArgs) {
  const path = { patientId: addressId(params.patientId, 'patient') }
  const [patient, candidateList] = await Promise.all([
    unwrap(api.GET('/patients/{patientId}', { params: { path }, signal })),
    unwrap(api.GET('/patients/{patientId}/candidates', { params: { path }, signal })),
  ])
  return { patient, candidateList }
}
