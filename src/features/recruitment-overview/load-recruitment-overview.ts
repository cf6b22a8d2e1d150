import type { LoaderFunctionArgs } from 'react-router'
import { api } from '../../data/api-client.ts'
import { unwrap } from '../../data/unwrap.ts'

/** Every trial that recruits here, the one furthest behind first. */
export function loadRecruitmentOverview({ request }: LoaderFunctionArgs) {
  return unwrap(api.GET('/recruitment', { signal: request.signal }))
}
