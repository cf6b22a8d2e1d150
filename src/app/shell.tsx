import { lazy, Suspense } from 'react'
import { Link, Outlet, ScrollRestoration, useNavigation } from 'react-router'
import { paths } from '../data/paths.ts'
import { useSession } from '../data/session.ts'
import { SiteHeader } from './site-header.tsx'
import { useHeadingFocus } from './use-heading-focus.ts'

// They have nothing to do at first, so they are no part of what a page waits for.
const SessionGuard = lazy(async () => ({ default: (await import('./session-guard.tsx')).SessionGuard }))
const KeptPlace = lazy(async () => ({ default: (await import('./kept-place.tsx')).KeptPlace }))

/** What surrounds every page: skip link, service name, navigation, demonstration banner, footer. */
export function Shell() {
  const session = useSession()
  const navigation = useNavigation()
  useHeadingFocus()
  return (
    <>
      <a className="nhsuk-skip-link" href="#main">
        Skip to main content
      </a>
      <SiteHeader caller={session.caller} />
      {session.isDemonstration ? (
        <aside className="app-demonstration" aria-label="Demonstration">
          <span className="nhsuk-width-container">Demonstration: every patient on this page is synthetic</span>
        </aside>
      ) : null}
      <main
        className="nhsuk-width-container nhsuk-main-wrapper app-main"
        id="main"
        tabIndex={-1}
        aria-busy={navigation.state !== 'idle'}
      >
        <Outlet />
      </main>
      <footer className="app-footer">
        <p className="nhsuk-width-container">
          This service shows what the recorded data say about a patient and a trial. Whether a trial suits a patient is
          decided by clinicians and the trial’s investigators.
        </p>
        <p className="nhsuk-width-container">
          <Link className="app-footer__link" to={paths.aboutYourData}>
            About your data
          </Link>
          <Link className="app-footer__link" to={paths.releases}>
            Register of releases
          </Link>
        </p>
      </footer>
      <ScrollRestoration />
      <Suspense fallback={null}>
        <KeptPlace />
        {session.caller === null ? null : <SessionGuard accountId={session.caller.accountId} />}
      </Suspense>
    </>
  )
}
