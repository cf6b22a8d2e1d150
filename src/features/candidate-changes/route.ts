import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'

/** All of it is fetched when it is first opened, to keep the first download small. */
export const candidateChangesRoute = {
  path: paths.changes,
  lazy: async () => (await import('./candidate-changes-screen.ts')).candidateChangesScreen,
} satisfies RouteObject
