import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'

/** Open without sign-in: who needs it cannot. */
export const recoveryRoute = {
  path: paths.recovery,
  lazy: async () => (await import('./recovery-screen.ts')).recoveryScreen,
} satisfies RouteObject
