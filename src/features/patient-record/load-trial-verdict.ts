import type { LoaderFunctionArgs } from 'react-router'
import { addressId } from '../../data/address-id.ts'
import { api } from '../../data/api-client.ts'
import { attempt, unwrap } from '../../data/unwrap.ts'

/**
 * Every criterion of one trial against one patient. A failure is handed to the card that asked, so that the page around
 * it stays; only somebody whose session has ended is sent away.
 */
export async function loadTrialVerdict({ params, url, request: { signal } }: LoaderFunctionArgs) {
  const path = { patientId: addressId(params.patientId, 'patient'), trialId: addressId(params.trialId, 'trial') }
  const at = url.searchParams.get('at')
  const query = at === null ? {} : { at }
  const answer = await attempt(api.GET('/patients/{patientId}/trials/{trialId}', { params: { path, query }, signal }))
  if (!answer.ok && answer.problem.isSignedOut) throw answer.problem
  // A past answer is a page of its own, which has to say whose it is.
  const { patientId } = path
  const patient =
    at === null ? null : await unwrap(api.GET('/patients/{patientId}', { params: { path: { patientId } }, signal }))
  return answer.ok
    ? { verdict: answer.data, patient, problem: null }
    : { verdict: null, patient, problem: answer.problem }
}
