import { useRouteLoaderData } from 'react-router'
import type { components } from '#api/schema.ts'

export type Session = components['schemas']['Session']
export type Caller = components['schemas']['Caller']

/** The route whose loader asks for the session; every page is inside it. */
export const sessionRouteId = 'session'

/** Who is signed in, and today's date in London. Never take today from the computer's clock. */
export function useSession(): Session {
  const session = useRouteLoaderData<Session>(sessionRouteId)
  if (!session) throw new Error(`No session: the page is outside the route "${sessionRouteId}".`)
  return session
}
