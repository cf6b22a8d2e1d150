import { createContext, type LoaderFunctionArgs, redirect, type ShouldRevalidateFunctionArgs } from 'react-router'
import { api } from '../data/api-client.ts'
import { paths, withSearch } from '../data/paths.ts'
import { type Caller, type Session, sessionRouteId } from '../data/session.ts'
import { pageMemory, signedInAgain } from '../data/session-end.ts'
import { unwrap } from '../data/unwrap.ts'

const pathsWithoutSignIn: readonly string[] = [
  paths.signIn,
  paths.signOut,
  paths.singleSignOn,
  paths.firstAdministrator,
  paths.recovery,
  paths.aboutYourData,
  paths.releases,
]

/** The session of one navigation, where it had to be known before the page was asked for. */
const knownSession = createContext<Session | null>(null)

/**
 * What the route around every page knows of the session; without a caller the way leads to sign-in and from there back
 * to the address asked for. The session is asked for beside the page's own data, except while nobody is known to be
 * signed in: then it comes first, because the page's requests would be refused and the browser's console notes each.
 *
 * A session that ends while a page is open is signed in to again over that page. Where another person is
 * signed in than the page was of, or in another role, for example by another tab, it is loaded anew, so that nothing stays in its memory.
 */
export function sessionRoute() {
  let isSomebodySignedIn = false
  /** Whose page it has been since nobody was signed in. */
  let person: string | null = null

  async function loadSession({ url, request }: LoaderFunctionArgs): Promise<Session> {
    const session = await unwrap(api.GET('/session', { signal: request.signal }))
    const again = session.caller === null && isSomebodySignedIn && needsSignIn(url) ? signedInAgain() : null
    if (again !== null) {
      await again
      return unwrap(api.GET('/session', { signal: request.signal }))
    }
    isSomebodySignedIn = session.caller !== null
    const caller = session.caller === null ? null : personOf(session.caller)
    if (caller !== null && person !== null && caller !== person) pageMemory.empty(url.pathname + url.search)
    person = caller
    if (session.awaits === 'set-up' && needsSignIn(url) && url.pathname !== paths.secondFactor) {
      throw redirect(paths.secondFactor)
    }
    if (!isSomebodySignedIn && needsSignIn(url)) {
      throw redirect(withSearch(paths.signIn, url.pathname === paths.home ? {} : { return: url.pathname + url.search }))
    }
    return session
  }

  return {
    id: sessionRouteId,
    middleware: [
      async (args: LoaderFunctionArgs, next: () => Promise<unknown>) => {
        if (!isSomebodySignedIn && needsSignIn(args.url)) args.context.set(knownSession, await loadSession(args))
        return next()
      },
    ],
    loader: (args: LoaderFunctionArgs) => args.context.get(knownSession) ?? loadSession(args),
    shouldRevalidate: reloadsSession,
  }
}

/** The same person in another role is to a page as if another person: it may show what is not for that role. */
function personOf({ accountId, role, organisation }: Caller): string {
  return [accountId, role, organisation?.organisationId].join(' ')
}

function needsSignIn({ pathname }: URL): boolean {
  return !pathsWithoutSignIn.includes(pathname)
}

/** Each new page asks again, so that "today" is right on a page that stays open overnight. */
function reloadsSession({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  return defaultShouldRevalidate || currentUrl.pathname !== nextUrl.pathname
}
