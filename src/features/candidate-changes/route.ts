import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'

/** All of it is fetched when it is first opened, to keep the first download small. */
export const candidateChangesRoute = {
  path: paths.changes,
  lazy: {
    loader: async () => (await import('./load-candidate-changes.ts')).loadCandidateChanges,
    action: async () => (await import('./mark-list-seen.ts')).markListSeen,
    Component: async () => (await import('./candidate-changes-page.tsx')).CandidateChangesPage,
  },
} satisfies RouteObject
