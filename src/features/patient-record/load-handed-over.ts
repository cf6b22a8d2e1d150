import { type LoaderFunctionArgs, redirect } from 'react-router'
import { api } from '../../data/api-client.ts'
import { paths } from '../../data/paths.ts'
import { unwrap } from '../../data/unwrap.ts'

/** The team to which a patient was handed over. The address says of whom nothing. */
export async function loadHandedOver({ url, request: { signal } }: LoaderFunctionArgs) {
  const { items } = await unwrap(api.GET('/teams', { signal }))
  const team = items.find(({ teamId }) => teamId === url.searchParams.get('team'))
  if (team === undefined) throw redirect(paths.patients)
  return team
}
