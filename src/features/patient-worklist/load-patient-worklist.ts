import type { LoaderFunctionArgs } from 'react-router'
import { parseSearch } from '../../data/search-params.ts'
import { patientSearch } from './patient-filters.ts'

/**
 * What the address asks for. The page puts the question itself (load-patients.ts), because the free text about a person
 * that goes with it is kept beside the address, where no loader can read it.
 */
export function loadPatientWorklist({ url }: LoaderFunctionArgs) {
  return parseSearch(patientSearch, url.searchParams)
}
