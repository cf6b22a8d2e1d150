import { useState } from 'react'
import { Form, Link, useActionData, useLocation, useNavigation } from 'react-router'
import { paths } from '../../data/paths.ts'
import { fieldErrors } from '../../data/problem.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import type { recoverAccount } from './recover-account.ts'

const labels = { password: 'New password', repeated: 'New password again' } as const

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

type Refused = Extract<Awaited<ReturnType<typeof recoverAccount>>, { kind: 'refused' }>

function NewPasswordForm({ token, refused }: { readonly token: string; readonly refused: Refused | null }) {
  const isPending = useNavigation().state !== 'idle'
  const errors = fieldErrors(refused?.problem)
  const errorOf = (fieldId: string) =>
    refused?.faults.find((fault) => fault.fieldId === fieldId)?.message ?? errors[fieldId]
  return (
    <>
      <ErrorSummary faults={refused?.faults ?? []} attempt={refused ?? undefined} />
      <ProblemSummary problem={refused?.problem} fieldIds={Object.keys(labels)} labels={labels} />
      <PageHeading title="Set a new password" />
      <p>You are signed out everywhere else, and a second factor that you had set up is taken away.</p>
      <Form method="post" noValidate>
        <input type="hidden" name="token" value={token} />
        <TextField
          label={labels.password}
          name="password"
          type="password"
          autoComplete="new-password"
          hint="At least 12 characters, for example three words that have nothing to do with each other"
          error={errorOf('password')}
        />
        <TextField
          label={labels.repeated}
          name="repeated"
          type="password"
          autoComplete="new-password"
          error={errorOf('repeated')}
        />
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
