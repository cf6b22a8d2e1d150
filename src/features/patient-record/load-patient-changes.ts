import type { LoaderFunctionArgs } from 'react-router'
import { addressId } from '../../data/address-id.ts'
import { api } from '../../data/api-client.ts'
import { attempt } from '../../data/unwrap.ts'

/** How the answers of one patient have changed. A failure is handed to the card that asked, so that the page stays. */
export async function loadPatientChanges({ params, request: { signal } }: LoaderFunctionArgs) {
  const path = { patientId: addressId(params.patientId, 'patient') }
  const answer = await attempt(api.GET('/patients/{patientId}/changes', { params: { path }, signal }))
  if (!answer.ok && answer.problem.isSignedOut) throw answer.problem
  return answer.ok ? { items: answer.data.items, problem: null } : { items: null, problem: answer.problem }
}
