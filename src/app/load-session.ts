import { type LoaderFunctionArgs, redirect, type ShouldRevalidateFunctionArgs } from 'react-router'
import { api } from '../data/api-client.ts'
import { paths, withSearch } from '../data/paths.ts'
import type { Session } from '../data/session.ts'
import { unwrap } from '../data/unwrap.ts'

const pathsWithoutSignIn: readonly string[] = [paths.signIn, paths.signOut, paths.firstAdministrator]

/** The session; without a caller the way leads to sign-in and from there back to the address asked for. */
export async function loadSession({ url, request }: LoaderFunctionArgs): Promise<Session> {
  const session = await unwrap(api.GET('/session', { signal: request.signal }))
  if (session.caller === null && !pathsWithoutSignIn.includes(url.pathname)) {
    throw redirect(withSearch(paths.signIn, url.pathname === paths.home ? {} : { return: url.pathname + url.search }))
  }
  return session
}

/** Each new page asks again, so that "today" is right on a page that stays open overnight. */
export function reloadsSession({
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  return defaultShouldRevalidate || currentUrl.pathname !== nextUrl.pathname
}
