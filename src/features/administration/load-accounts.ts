import type { LoaderFunctionArgs } from 'react-router'
import { api } from '../../data/api-client.ts'
import { unwrap } from '../../data/unwrap.ts'

/** All accounts, and the organisations that a new one can belong to. */
export async function loadAccounts({ request: { signal } }: LoaderFunctionArgs) {
  const [accounts, organisations] = await Promise.all([
    unwrap(api.GET('/accounts', { signal })),
    unwrap(api.GET('/organisations', { signal })),
  ])
  return { accounts: accounts.items, organisations: organisations.items }
}
