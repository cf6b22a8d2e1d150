import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'
import { createFirstAdministrator } from './create-first-administrator.ts'

export const firstAdministratorRoute = {
  path: paths.firstAdministrator,
  action: createFirstAdministrator,
  lazy: { Component: async () => (await import('./first-administrator-page.tsx')).FirstAdministratorPage },
} satisfies RouteObject
