import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'

/** Open to everybody: no sign-in. */
export const releasesRoute = {
  path: paths.releases,
  lazy: {
    loader: async () => (await import('./load-releases.ts')).loadReleases,
    Component: async () => (await import('./releases-page.tsx')).ReleasesPage,
  },
} satisfies RouteObject

export const releaseEntryRoute = {
  path: paths.releaseEntry,
  lazy: {
    loader: async () => (await import('./load-release-entry.ts')).loadReleaseEntry,
    action: async () => (await import('./enter-release.ts')).enterRelease,
    Component: async () => (await import('./release-entry-page.tsx')).ReleaseEntryPage,
  },
} satisfies RouteObject
