import { Link, useActionData, useLoaderData } from 'react-router'
import { roleLabel } from '#domain/access/role.ts'
import { paths } from '../../data/paths.ts'
import { useSession } from '../../data/session.ts'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import type { changeAccount } from './change-account.ts'
import type { loadAccount } from './load-account.ts'
import { OwnSessions } from './own-sessions.tsx'
import { PasswordForm } from './password-form.tsx'
import { RoleAtProvider } from './role-at-provider.tsx'

/** One's own account: where one is signed in, and the password. */
export function AccountPage() {
  const { sessions, singleSignOn } = useLoaderData<typeof loadAccount>()
  const answer = useActionData<typeof changeAccount>()
  const { caller } = useSession()
  return (
    <>
      <ProblemSummary problem={answer?.kind === 'sessions-refused' ? answer.problem : null} fieldIds={[]} />
      <PageHeading title="Your account" />
      {answer?.kind === 'session-ended' ? <Notice kind="success" title="That session has ended" /> : null}
      {answer?.kind === 'password-changed' ? (
        <Notice kind="success" title="Your password is changed">
          <p>Everywhere else you have been signed out.</p>
        </Notice>
      ) : null}
      {caller === null ? null : (
        <p>
          You are signed in as {caller.name}, {roleLabel(caller.role)}
          {caller.organisation === null ? '' : ` at ${caller.organisation.name}`}.
        </p>
      )}
      <OwnSessions sessions={sessions} />
      {singleSignOn.isUsed ? (
        <RoleAtProvider singleSignOn={singleSignOn} />
      ) : (
        <>
          <section aria-labelledby="second-factor">
            <h2 className="nhsuk-heading-m" id="second-factor">
              Second factor
            </h2>
            <p>
              With a second factor, a code from an app on your phone is asked for besides the password.{' '}
              <Link to={paths.secondFactor}>Set it up, or take it away</Link>
            </p>
          </section>
          {/* A new form after each change, so that no password stays in it. */}
          <PasswordForm
            key={answer?.kind === 'password-changed' ? answer.at : 0}
            refused={answer?.kind === 'password-refused' ? answer : null}
          />
        </>
      )}
    </>
  )
}
