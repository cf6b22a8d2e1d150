import { Link, useActionData, useLoaderData } from 'react-router'
import type { components } from '#api/schema.ts'
import { roleLabel } from '#domain/access/role.ts'
import { pathTo } from '../../data/paths.ts'
import { counted } from '../../format/counts.ts'
import { type DataColumn, DataTable } from '../../ui/data-table.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { AccountForm } from './account-form.tsx'
import { AdministrationTabs } from './administration-tabs.tsx'
import type { createAccount } from './create-account.ts'
import type { loadAccounts } from './load-accounts.ts'

/** Who may sign in, as what, for whom; and a form for one more. */
export function AccountsPage() {
  const { accounts, organisations } = useLoaderData<typeof loadAccounts>()
  const answer = useActionData<typeof createAccount>()
  const refused = answer?.kind === 'refused' ? answer : null
  return (
    <>
      <AdministrationTabs />
      <PageHeading title="Accounts" />
      {answer?.kind === 'created' ? (
        <Notice kind="success" title={`${answer.account.name} can now sign in as ${answer.account.email}`}>
          <p>Tell them the password in person or by telephone, not by email.</p>
        </Notice>
      ) : null}
      {accounts.length === 0 ? (
        <EmptyState title="There are no accounts">
          <p>Add the first one below.</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={counted(accounts.length, 'account')}
          columns={accountColumns}
          rows={accounts}
          rowId={(account) => account.accountId}
        />
      )}
      {/* A new form after each account added, so that nothing of the one before stays in it. */}
      <AccountForm key={accounts.length} refused={refused} organisations={organisations} />
    </>
  )
}

const accountColumns: readonly DataColumn<components['schemas']['Account']>[] = [
  { id: 'name', header: 'Name', isRowHeader: true, cell: (account) => <AccountLink account={account} /> },
  { id: 'email', header: 'Email address', cell: (account) => account.email },
  { id: 'role', header: 'Role', cell: (account) => roleLabel(account.role) },
  { id: 'organisation', header: 'Organisation', cell: (account) => account.organisation?.name ?? 'All organisations' },
  {
    id: 'state',
    header: 'State',
    cell: ({ isOpen }) => (isOpen ? 'Open' : <Tag colour="grey">Closed</Tag>),
  },
]

function AccountLink({ account: { accountId, name } }: { readonly account: components['schemas']['Account'] }) {
  return <Link to={pathTo.administeredAccount(accountId)}>{name}</Link>
}
