import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'

/* One's own sessions, password and second factor. Opened seldom, so all of it is fetched when it is. */

export const accountRoute = {
  path: paths.account,
  lazy: async () => (await import('./account-screen.ts')).accountScreen,
} satisfies RouteObject

export const secondFactorRoute = {
  path: paths.secondFactor,
  lazy: async () => (await import('./second-factor-screen.ts')).secondFactorScreen,
} satisfies RouteObject
