import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'

/* What only administrators open is fetched when they do, to keep everybody's first download small. */

export const accountsRoute = {
  path: paths.accounts,
  lazy: {
    loader: async () => (await import('./load-accounts.ts')).loadAccounts,
    action: async () => (await import('./create-account.ts')).createAccount,
    Component: async () => (await import('./accounts-page.tsx')).AccountsPage,
  },
} satisfies RouteObject

export const organisationsRoute = {
  path: paths.organisations,
  lazy: {
    loader: async () => (await import('./load-organisations.ts')).loadOrganisations,
    action: async () => (await import('./create-organisation.ts')).createOrganisation,
    Component: async () => (await import('./organisations-page.tsx')).OrganisationsPage,
  },
} satisfies RouteObject
