import { AccountPage } from './account-page.tsx'
import { AccountsPage } from './accounts-page.tsx'
import { changeAccount } from './change-account.ts'
import { createAccount } from './create-account.ts'
import { createOrganisation } from './create-organisation.ts'
import { loadAccount } from './load-account.ts'
import { loadAccounts } from './load-accounts.ts'
import { loadOrganisation } from './load-organisation.ts'
import { loadOrganisations } from './load-organisations.ts'
import { OrganisationPage } from './organisation-page.tsx'
import { OrganisationsPage } from './organisations-page.tsx'
import { renameOrganisation } from './rename-organisation.ts'

/* What each address of the administration needs once it is opened. */

export const accountsScreen = { loader: loadAccounts, action: createAccount, Component: AccountsPage }
export const accountScreen = { loader: loadAccount, action: changeAccount, Component: AccountPage }
export const organisationsScreen = {
  loader: loadOrganisations,
  action: createOrganisation,
  Component: OrganisationsPage,
}
export const organisationScreen = { loader: loadOrganisation, action: renameOrganisation, Component: OrganisationPage }
