import { api } from '../../data/api-client.ts'
import { attempt } from '../../data/unwrap.ts'
import type { PossiblePatientSearch } from './possible-patient-filters.ts'

const pageSize = 25

/** The caller's patients whose diagnosis could fit a trial. Only clinicians who have patients ask for them. */
export function loadPossiblePatients(trialId: string, { outcome, after }: PossiblePatientSearch) {
  const query = {
    ...(outcome === undefined ? {} : { outcome }),
    ...(after === undefined ? {} : { after }),
    limit: pageSize,
  }
  return attempt(api.GET('/trials/{trialId}/patients', { params: { path: { trialId }, query } }))
}
