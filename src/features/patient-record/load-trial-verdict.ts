import type { LoaderFunctionArgs } from 'react-router'
import { api } from '../../data/api-client.ts'
import { attempt } from '../../data/unwrap.ts'

/**
 * Every criterion of one trial against one patient. A failure is handed to the card that asked, so that the page around
 * it stays; only somebody whose session has ended is sent away.
 */
export async function loadTrialVerdict({ params, request: { signal } }: LoaderFunctionArgs) {
  const path = { patientId: params.patientId ?? '', trialId: params.trialId ?? '' }
  const answer = await attempt(api.GET('/patients/{patientId}/trials/{trialId}', { params: { path }, signal }))
  if (!answer.ok && answer.problem.isSignedOut) throw answer.problem
  return answer.ok ? { verdict: answer.data, problem: null } : { verdict: null, problem: answer.problem }
}
