import { useActionData, useLoaderData } from 'react-router'
import { roleLabel } from '#domain/access/role.ts'
import { useSession } from '../../data/session.ts'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { WayBack } from '../../ui/way-back.tsx'
import type { changeAccount } from './change-account.ts'
import { ChangeAccountForm } from './change-account-form.tsx'
import { CloseAccount } from './close-account.tsx'
import type { loadAccount } from './load-account.ts'
import { RecoveryLink } from './recovery-link.tsx'

/** One account: its name and rights, a way back in for its owner, and its end. */
export function AccountPage() {
  const { account: stored, organisations } = useLoaderData<typeof loadAccount>()
  const answer = useActionData<typeof changeAccount>()
  const { caller } = useSession()
  const done = answer?.kind === 'done' ? answer : null
  // The answer to a change is there before the page has read anew.
  const account = done !== null && done.account.version > stored.version ? done.account : stored
  const isOfProvider = account.signsInWith === 'provider'
  const isOwn = account.accountId === caller?.accountId
  return (
    <>
      <WayBack />
      <ProblemSummary problem={answer?.kind === 'notDone' ? answer.problem : null} fieldIds={[]} />
      <PageHeading title={account.name} caption="Account" />
      {done === null ? null : <Done what={done.done} name={account.name} />}
      <SummaryList
        rows={[
          { label: 'Email address', value: account.email },
          { label: 'Role', value: roleLabel(account.role) },
          { label: 'Organisation', value: account.organisation?.name ?? 'All organisations' },
          { label: 'Signs in', value: isOfProvider ? 'Through the provider of single sign-on' : 'With a password' },
          ...(isOfProvider ? [] : [{ label: 'Second factor', value: account.hasSecondFactor ? 'Set up' : 'None' }]),
          { label: 'State', value: account.isOpen ? 'Open' : 'Closed: nobody can sign in to it' },
        ]}
      />
      {isOfProvider ? (
        <p>
          The provider says the name, the role and the organisation anew with every sign-in: they are changed there.
        </p>
      ) : (
        <ChangeAccountForm
          key={account.accountId}
          account={account}
          isOwn={isOwn}
          done={done?.account ?? null}
          refused={answer?.kind === 'refused' ? answer : null}
          organisations={organisations}
        />
      )}
      {isOwn ? null : (
        <>
          {account.isOpen && !isOfProvider ? (
            <RecoveryLink made={answer?.kind === 'link' ? answer : null} name={account.name} />
          ) : null}
          <CloseAccount account={account} />
        </>
      )}
    </>
  )
}

const doneTitles = {
  changed: (name: string) => `The account of ${name} is changed`,
  closed: (name: string) => `The account of ${name} is closed`,
  reopened: (name: string) => `The account of ${name} is open again`,
} as const

function Done({ what, name }: { readonly what: keyof typeof doneTitles; readonly name: string }) {
  return (
    <Notice kind="success" title={doneTitles[what](name)}>
      {what === 'closed' ? <p>Wherever they were signed in, they are signed out.</p> : null}
    </Notice>
  )
}
