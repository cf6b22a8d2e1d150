import type { DemonstrationAccount } from '../../ui/demonstration-sign-in.ts'
import { Notice } from '../../ui/notice.tsx'

/** Whom to sign in as where the page runs alone. Nothing but invented data is behind these passwords. */
export function DemonstrationAccounts({ accounts }: { readonly accounts: readonly DemonstrationAccount[] }) {
  const [first] = accounts
  if (first === undefined) return null
  return (
    <Notice kind="information" title="Accounts of the demonstration">
      <p>
        The password of each is <strong>{first.password}</strong>
      </p>
      <ul>
        {accounts.map(({ role, email }) => (
          <li key={email}>
            {role}: {email}
          </li>
        ))}
      </ul>
      <p>This page runs without a server. When it is loaded again, the session may end and what you changed is gone.</p>
    </Notice>
  )
}
