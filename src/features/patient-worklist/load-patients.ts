import { api } from '../../data/api-client.ts'
import { attempt } from '../../data/unwrap.ts'
import { type PatientSearch, patientFilters, patientOrder } from './patient-filters.ts'

const pageSize = 25

/** One page of patients. The free text travels in the body, so that no address and no log holds it. */
export function loadPatients(search: PatientSearch, text: string | null) {
  const { sort, after, before } = search
  return attempt(
    api.POST('/patients/search', {
      body: {
        filters: patientFilters(search, text),
        sort,
        direction: patientOrder(search).direction,
        ...(after === undefined ? {} : { after }),
        ...(before === undefined || after !== undefined ? {} : { before }),
        limit: pageSize,
      },
    }),
  )
}

/** How many patients each value of each filter would leave. */
export function countPatients(search: PatientSearch, text: string | null) {
  return attempt(api.POST('/patients/counts', { body: patientFilters(search, text) }))
}
