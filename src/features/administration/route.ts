import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'

/* What only administrators open is fetched when they do, to keep everybody's first download small. */

const screens = () => import('./administration-screens.ts')

export const accountsRoute = {
  path: paths.accounts,
  lazy: async () => (await screens()).accountsScreen,
} satisfies RouteObject

export const administeredAccountRoute = {
  path: paths.administeredAccount,
  lazy: async () => (await screens()).accountScreen,
} satisfies RouteObject

export const organisationsRoute = {
  path: paths.organisations,
  lazy: async () => (await screens()).organisationsScreen,
} satisfies RouteObject

export const organisationRoute = {
  path: paths.organisation,
  lazy: async () => (await screens()).organisationScreen,
} satisfies RouteObject
