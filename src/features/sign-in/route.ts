import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'

export const signInRoute = {
  path: paths.signIn,
  lazy: {
    loader: async () => (await import('./load-sign-in.ts')).loadSignIn,
    action: async () => (await import('./sign-in-steps.ts')).signInSteps,
    Component: async () => (await import('./sign-in-page.tsx')).SignInPage,
  },
} satisfies RouteObject

export const singleSignOnRoute = {
  path: paths.singleSignOn,
  lazy: {
    loader: async () => (await import('./load-single-sign-on.ts')).loadSingleSignOn,
    action: async () => (await import('./choose-role.ts')).chooseRole,
    Component: async () => (await import('./single-sign-on-page.tsx')).SingleSignOnPage,
  },
} satisfies RouteObject

/** Only an action: the shell's button posts here. */
export const signOutRoute = {
  path: paths.signOut,
  lazy: {
    loader: async () => (await import('./sign-out.ts')).leaveSignOut,
    action: async () => (await import('./sign-out.ts')).signOut,
  },
} satisfies RouteObject
