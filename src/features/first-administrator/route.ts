import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'

export const firstAdministratorRoute = {
  path: paths.firstAdministrator,
  lazy: {
    action: async () => (await import('./create-first-administrator.ts')).createFirstAdministrator,
    Component: async () => (await import('./first-administrator-page.tsx')).FirstAdministratorPage,
  },
} satisfies RouteObject
