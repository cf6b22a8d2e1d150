import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'

/** Where somebody opens the record of a patient of another team. */
export const emergencyAccessRoute = {
  path: paths.emergencyAccess,
  lazy: {
    action: async () => (await import('./open-record.ts')).openRecord,
    Component: async () => (await import('./open-record-page.tsx')).OpenRecordPage,
  },
} satisfies RouteObject

/** Where the privacy officer reads who did so, and says whether it was justified. */
export const emergencyAccessesRoute = {
  path: paths.emergencyAccesses,
  lazy: {
    loader: async () => (await import('./load-accesses.ts')).loadAccesses,
    action: async () => (await import('./review-access.ts')).reviewAccess,
    Component: async () => (await import('./accesses-page.tsx')).AccessesPage,
  },
} satisfies RouteObject
