import { Link, useActionData, useLoaderData } from 'react-router'
import { paths } from '../../data/paths.ts'
import { useSession } from '../../data/session.ts'
import { counted } from '../../format/counts.ts'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import type { changeSecondFactor } from './change-second-factor.ts'
import { ConfirmCode } from './confirm-code.tsx'
import type { loadSecondFactor } from './load-second-factor.ts'
import { OwnPasswordForm } from './own-password-form.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

/** Setting up one's own second factor, step by step, and taking it away. */
export function SecondFactorPage() {
  const { isOn, isDemanded, recoveryCodesLeft } = useLoaderData<typeof loadSecondFactor>()
  const answer = useActionData<typeof changeSecondFactor>()
  const { awaits } = useSession()
  const refused = answer?.kind === 'refused' ? answer : null
  if (answer?.kind === 'shown') return <ConfirmCode {...answer} />
  if (answer?.kind === 'confirmed') return <RecoveryCodes codes={answer.codes} />
  return (
    <div className="app-narrow">
      {awaits === 'set-up' ? null : (
        <p>
          <Link to={paths.account}>Back to your account</Link>
        </p>
      )}
      <PageHeading title="Second factor" />
      {answer?.kind === 'removed' ? <Notice kind="success" title="Your second factor is taken away" /> : null}
      {isDemanded && !isOn ? (
        <Notice kind="warning" title="This service asks your role for a second factor">
          <p>Until it is set up you can open nothing else.</p>
        </Notice>
      ) : null}
      {isOn ? (
        <>
          <p>
            When you sign in, your account asks for a code from your app. You have{' '}
            {counted(recoveryCodesLeft, 'recovery code')} left. For new ones, or for another app, take the second factor
            away and set it up again.
          </p>
          <OwnPasswordForm refused={refused} action="remove" button="Take the second factor away" kind="warning" />
        </>
      ) : (
        <>
          <p>
            You need an app that shows codes, for example on your phone: the one that your organisation recommends, or
            any authenticator app. Setting it up signs you out everywhere else.
          </p>
          <OwnPasswordForm refused={refused} action="begin" button="Continue" kind="primary" />
        </>
      )}
    </div>
  )
}
