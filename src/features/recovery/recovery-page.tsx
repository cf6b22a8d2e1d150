import { useState } from 'react'
import { Form, Link, useActionData, useLocation, useNavigation } from 'react-router'
import { paths } from '../../data/paths.ts'
import { NewPasswordFields, newPasswordLabels } from '../../ui/fields/password-fields.tsx'
import { FormRefusal, type Refusal } from '../../ui/form-refusal.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import type { recoverAccount } from './recover-account.ts'

/** A new password for somebody to whom an administrator has given a one-time link. */
export function RecoveryPage() {
  const { hash } = useLocation()
  // Kept from the first look: a skip link may put another fragment into the address.
  const [token] = useState(() => hash.slice(1))
  const answer = useActionData<typeof recoverAccount>()
  return (
    <div className="app-narrow">
      {answer?.kind === 'recovered' ? <Recovered /> : null}
      {answer?.kind !== 'recovered' && token === '' ? <LinkNeeded /> : null}
      {answer?.kind !== 'recovered' && token !== '' ? <NewPasswordForm token={token} refused={answer ?? null} /> : null}
    </div>
  )
}

function NewPasswordForm({ token, refused }: { readonly token: string; readonly refused: Refusal | null }) {
  const isPending = useNavigation().state !== 'idle'
  return (
    <>
      <FormRefusal refused={refused} labels={newPasswordLabels} />
      <PageHeading title="Set a new password" />
      <p>You are signed out everywhere else, and a second factor that you had set up is taken away.</p>
      <Form method="post" noValidate>
        <input type="hidden" name="token" value={token} />
        <NewPasswordFields refused={refused} />
        <SubmitButton isPending={isPending}>Set the password</SubmitButton>
      </Form>
    </>
  )
}

function Recovered() {
  return (
    <>
      <PageHeading title="Set a new password" />
      <Notice kind="success" title="Your new password is set">
        <p>
          <Link to={paths.signIn}>Sign in with it</Link>
        </p>
      </Notice>
    </>
  )
}

function LinkNeeded() {
  return (
    <>
      <PageHeading title="Set a new password" />
      <Notice kind="warning" title="The address is not complete">
        <p>Open the whole link that an administrator gave you, with everything after the # sign.</p>
      </Notice>
      <p>Without a link, ask an administrator of this service for one.</p>
    </>
  )
}
