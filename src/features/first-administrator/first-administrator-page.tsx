import { useState } from 'react'
import { Form, useActionData, useLocation, useNavigation } from 'react-router'
import { fieldErrors } from '../../data/problem.ts'
import { useSession } from '../../data/session.ts'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import type { createFirstAdministrator } from './create-first-administrator.ts'

const labels = { name: 'Full name', email: 'Email address', password: 'Password' } as const

/**
 * The first account of an installation. The one-time token comes behind the # of the printed link, which browsers keep
 * to themselves: no server log holds it.
 */
export function FirstAdministratorPage() {
  const { needsFirstAdministrator } = useSession()
  const { hash } = useLocation()
  // Kept from the first look: a skip link or a field link may put another fragment into the address.
  const [token] = useState(() => tokenIn(hash))
  return (
    <div className="app-narrow">
      {needsFirstAdministrator && token !== '' ? <NewAdministratorForm token={token} /> : null}
      {needsFirstAdministrator && token === '' ? <LinkNeeded /> : null}
      {needsFirstAdministrator ? null : <AlreadySetUp />}
    </div>
  )
}

/** The printed link ends in `#` and the token, which may be written `token=…`. */
function tokenIn(hash: string): string {
  return hash.slice(1).replace(/^token=/, '')
}

function NewAdministratorForm({ token }: { readonly token: string }) {
  const answer = useActionData<typeof createFirstAdministrator>()
  const isPending = useNavigation().state !== 'idle'
  const errors = fieldErrors(answer?.problem)
  return (
    <>
      <ProblemSummary problem={answer?.problem} fieldIds={Object.keys(labels)} labels={labels} />
      <PageHeading title="Create the first administrator" />
      <Form method="post" noValidate>
        <input type="hidden" name="token" value={token} />
        <TextField label={labels.name} name="name" autoComplete="name" error={errors.name} />
        <TextField
          label={labels.email}
          name="email"
          type="email"
          autoComplete="username"
          hint="You sign in with it"
          error={errors.email}
        />
        <TextField
          label={labels.password}
          name="password"
          type="password"
          autoComplete="new-password"
          hint="At least 12 characters. Three random words are easy to remember and hard to guess."
          error={errors.password}
        />
        <SubmitButton isPending={isPending}>Create administrator</SubmitButton>
      </Form>
    </>
  )
}

function LinkNeeded() {
  return (
    <>
      <PageHeading title="Create the first administrator" />
      <Notice kind="warning" title="The address is not complete">
        <p>Open the whole one-time link that the server printed when it started, with everything after the # sign.</p>
      </Notice>
    </>
  )
}

function AlreadySetUp() {
  return (
    <>
      <PageHeading title="This service is already set up" />
      <p>There is an administrator, so the one-time link no longer works. Ask an administrator for an account.</p>
    </>
  )
}
