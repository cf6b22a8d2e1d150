import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'
import { createAccount } from './create-account.ts'
import { createOrganisation } from './create-organisation.ts'
import { loadAccounts } from './load-accounts.ts'
import { loadOrganisations } from './load-organisations.ts'

export const accountsRoute = {
  path: paths.accounts,
  loader: loadAccounts,
  action: createAccount,
  lazy: { Component: async () => (await import('./accounts-page.tsx')).AccountsPage },
} satisfies RouteObject

export const organisationsRoute = {
  path: paths.organisations,
  loader: loadOrganisations,
  action: createOrganisation,
  lazy: { Component: async () => (await import('./organisations-page.tsx')).OrganisationsPage },
} satisfies RouteObject
