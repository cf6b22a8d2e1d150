import type { LoaderFunctionArgs } from 'react-router'
import { addressId } from '../../data/address-id.ts'
import { api } from '../../data/api-client.ts'
import { attempt } from '../../data/unwrap.ts'

/** What is recorded of a patient's wishes. A failure is handed to the part that asked, so that the page stays. */
export async function loadWishes({ params, request: { signal } }: LoaderFunctionArgs) {
  const path = { patientId: addressId(params.patientId, 'patient') }
  const answer = await attempt(api.GET('/patients/{patientId}/wishes', { params: { path }, signal }))
  if (answer.ok) return { wishes: answer.data, problem: null }
  if (answer.problem.isSignedOut) throw answer.problem
  return { wishes: null, problem: answer.problem }
}
