import type { LoaderFunctionArgs } from 'react-router'
import { addressId, noSuch } from '../../data/address-id.ts'
import { loadAccounts } from './load-accounts.ts'

/** One account, and the organisations that it can belong to. */
export async function loadAccount(args: LoaderFunctionArgs) {
  const accountId = addressId(args.params.accountId, 'account')
  const { accounts, organisations } = await loadAccounts(args)
  const account = accounts.find((each) => each.accountId === accountId)
  if (account === undefined) throw noSuch('account')
  return { account, organisations }
}
