import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'
import { leaveSignOut, signOut } from './sign-out.ts'

export const signInRoute = {
  path: paths.signIn,
  lazy: {
    action: async () => (await import('./sign-in-steps.ts')).signInSteps,
    Component: async () => (await import('./sign-in-page.tsx')).SignInPage,
  },
} satisfies RouteObject

/** Only an action: the shell's button posts here. */
export const signOutRoute = { path: paths.signOut, loader: leaveSignOut, action: signOut } satisfies RouteObject
