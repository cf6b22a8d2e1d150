import { render } from '@testing-library/react'
import { createMemoryRouter, type RouteObject, useLocation } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { PageError } from '../../src/app/page-error.tsx'
import { type Session, sessionRouteId } from '../../src/data/session.ts'

export const oncologistSession: Session = {
  today: '2026-11-18',
  isDemonstration: true,
  needsFirstAdministrator: false,
  awaits: null,
  caller: {
    accountId: '00000000-0000-4000-8000-000000000001',
    name: 'Dr Alex Moor',
    role: 'oncologist',
    organisation: {
      organisationId: '00000000-0000-4000-8000-0000000000a1',
      code: 'ZZ101',
      name: 'Northmoor Demonstration Hospital',
    },
  },
}

type Options = {
  /** The address to open, for example "/referrals?clock=overdue". */
  readonly at: string
  readonly session?: Session
}

/**
 * Opens an address with the real routes of a feature inside a session, as src/app does, without the shell.
 * The API behind it is whatever MSW handlers the test has set. Every other address shows "Went to /path?search".
 */
export function renderRoute(
  routes: RouteObject | readonly RouteObject[],
  { at, session = oncologistSession }: Options,
) {
  const router = createMemoryRouter(
    [
      {
        id: sessionRouteId,
        loader: () => session,
        HydrateFallback: () => null,
        ErrorBoundary: PageError,
        children: [...[routes].flat().map(freshRoute), { path: '*', Component: Elsewhere }],
      },
    ],
    { initialEntries: [at] },
  )
  return { router, ...render(<RouterProvider router={router} />) }
}

/** A router empties the `lazy` object of the routes it has loaded, which the next test would then find empty. */
function freshRoute(route: RouteObject): RouteObject {
  const lazy = typeof route.lazy === 'object' ? { lazy: { ...route.lazy } } : {}
  if (route.index === true) return { ...route, ...lazy }
  return { ...route, ...lazy, ...(route.children ? { children: route.children.map(freshRoute) } : {}) }
}

function Elsewhere() {
  const { pathname, search } = useLocation()
  return (
    <p>
      Went to {pathname}
      {search}
    </p>
  )
}
