import type { LoaderFunctionArgs } from 'react-router'
import { addressId } from '../../data/address-id.ts'
import { api } from '../../data/api-client.ts'
import { attempt } from '../../data/unwrap.ts'

/** Who is, was or will be named on the patient. A failure is handed to the part that asked, so that the page stays. */
export async function loadNamedPeople({ params, request: { signal } }: LoaderFunctionArgs) {
  const path = { patientId: addressId(params.patientId, 'patient') }
  const answer = await attempt(api.GET('/patients/{patientId}/named-roles', { params: { path }, signal }))
  if (answer.ok) return { named: answer.data, problem: null }
  if (answer.problem.isSignedOut) throw answer.problem
  return { named: null, problem: answer.problem }
}
