import { AccountPage } from './account-page.tsx'
import { changeAccount } from './change-account.ts'
import { loadAccount } from './load-account.ts'

/** What the page of one's own account needs once it is opened. */
export const accountScreen = { loader: loadAccount, action: changeAccount, Component: AccountPage }
