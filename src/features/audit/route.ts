import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'

/* What only privacy officers open is fetched when they do, to keep everybody's first download small. */

export const accessLogRoute = {
  path: paths.accessLog,
  lazy: async () => (await import('./audit-screens.ts')).accessLogScreen,
} satisfies RouteObject

export const accessLogExportRoute = {
  path: paths.accessLogExport,
  lazy: async () => (await import('./audit-screens.ts')).accessLogExport,
} satisfies RouteObject

export const accessReportRoute = {
  path: paths.accessReport,
  lazy: async () => (await import('./audit-screens.ts')).accessReportScreen,
} satisfies RouteObject
