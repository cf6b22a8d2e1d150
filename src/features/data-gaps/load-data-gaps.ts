import type { LoaderFunctionArgs } from 'react-router'
import { api } from '../../data/api-client.ts'
import { parseSearch } from '../../data/search-params.ts'
import { unwrap } from '../../data/unwrap.ts'
import { dataGapSearch } from './data-gap-filters.ts'

/** As many as the service gives at once: more than a caseload has. */
const mostShown = 500

/** The items that block most pairs of a patient and a trial, for the cancer and organisation of the address. */
export async function loadDataGaps({ url, request: { signal } }: LoaderFunctionArgs) {
  const search = parseSearch(dataGapSearch, url.searchParams)
  const { cancerType, organisation } = search
  const query = {
    ...(cancerType === undefined ? {} : { cancerTypeId: cancerType }),
    ...(organisation === undefined ? {} : { organisationId: organisation }),
    limit: mostShown,
  }
  const [gaps, { items: types }] = await Promise.all([
    unwrap(api.GET('/blocking-items', { params: { query }, signal })),
    unwrap(api.GET('/cancer-types', { signal })),
  ])
  return { search, gaps, types }
}
