import type { LoaderFunctionArgs } from 'react-router'
import { api } from '../../data/api-client.ts'
import { unwrap } from '../../data/unwrap.ts'

/** One patient with everything recorded, and the candidate trials in the stated order. */
export async function loadPatientRecord({ params, request: { signal } }: LoaderFunctionArgs) {
  const path = { patientId: params.patientId ?? '' }
  const [patient, candidateList] = await Promise.all([
    unwrap(api.GET('/patients/{patientId}', { params: { path }, signal })),
    unwrap(api.GET('/patients/{patientId}/candidates', { params: { path }, signal })),
  ])
  return { patient, candidateList }
}
