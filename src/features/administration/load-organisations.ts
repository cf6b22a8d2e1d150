import type { LoaderFunctionArgs } from 'react-router'
import { api } from '../../data/api-client.ts'
import { unwrap } from '../../data/unwrap.ts'

/** The organisations known to this installation. */
export async function loadOrganisations({ request: { signal } }: LoaderFunctionArgs) {
  return (await unwrap(api.GET('/organisations', { signal }))).items
}
