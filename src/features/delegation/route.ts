import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'

/* What the people of a site and administrators open is fetched when they do, to keep everybody's first download small. */

export const delegationLogsRoute = {
  path: paths.delegation,
  lazy: {
    loader: async () => (await import('./load-logs.ts')).loadLogs,
    Component: async () => (await import('./logs-page.tsx')).LogsPage,
  },
} satisfies RouteObject

export const delegationLogRoute = {
  path: paths.delegationLog,
  lazy: {
    loader: async () => (await import('./load-log.ts')).loadLog,
    action: async () => (await import('./change-log.ts')).changeLog,
    Component: async () => (await import('./log-page.tsx')).LogPage,
  },
} satisfies RouteObject
