import { api } from '../../data/api-client.ts'
import { attempt } from '../../data/unwrap.ts'

/** How many of the caller's patients each criterion removes and cannot decide. */
export function loadAttrition(trialId: string) {
  return attempt(api.GET('/trials/{trialId}/attrition', { params: { path: { trialId } } }))
}
