import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'

/** One's own sessions and password. Opened seldom, so all of it is fetched when it is. */
export const accountRoute = {
  path: paths.account,
  lazy: {
    loader: async () => (await import('./load-account.ts')).loadAccount,
    action: async () => (await import('./change-account.ts')).changeAccount,
    Component: async () => (await import('./account-page.tsx')).AccountPage,
  },
} satisfies RouteObject
