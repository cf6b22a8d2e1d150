import { use } from 'react'
import { Form, Link, useActionData, useLoaderData, useNavigation } from 'react-router'
import { paths } from '../../data/paths.ts'
import { useSession } from '../../data/session.ts'
import { DemonstrationSignIn } from '../../ui/demonstration-sign-in.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { CodeForm } from './code-form.tsx'
import { DemonstrationAccounts } from './demonstration-accounts.tsx'
import type { loadSignIn } from './load-sign-in.ts'
import type { signInSteps } from './sign-in-steps.ts'
import { SingleSignOnLink } from './single-sign-on-link.tsx'

const labels = { email: 'Email address', password: 'Password' } as const

/** Email address and password; what was typed stays after a refusal. */
export function SignInPage() {
  const answer = useActionData<typeof signInSteps>()
  const { singleSignOn } = useLoaderData<typeof loadSignIn>()
  const { caller, needsFirstAdministrator, awaits } = useSession()
  const demonstration = use(DemonstrationSignIn)
  const isPending = useNavigation().state !== 'idle'
  const errorOf = (fieldId: string) => answer?.faults.find((fault) => fault.fieldId === fieldId)?.message
  if (awaits === 'code') return <CodeForm refused={answer ?? null} />
  return (
    <div className="app-narrow">
      <ErrorSummary faults={answer?.faults ?? []} attempt={answer} />
      <ProblemSummary problem={answer?.problem} fieldIds={Object.keys(labels)} labels={labels} />
      <PageHeading title="Sign in" />
      {needsFirstAdministrator ? (
        <Notice kind="information" title="Nobody has an account yet">
          <p>Open the one-time link that the server printed when it started to create the first administrator.</p>
        </Notice>
      ) : null}
      {caller === null ? null : (
        <p>
          You are signed in as {caller.name}. <Link to={paths.home}>Go to your home page</Link>
        </p>
      )}
      <SingleSignOnLink offered={singleSignOn} />
      <Form method="post" noValidate>
        <TextField
          label={labels.email}
          name="email"
          type="email"
          autoComplete="username"
          spellCheck={false}
          error={errorOf('email')}
        />
        <TextField
          label={labels.password}
          name="password"
          type="password"
          autoComplete="current-password"
          error={errorOf('password')}
        />
        <SubmitButton isPending={isPending}>Sign in</SubmitButton>
      </Form>
      <p>
        <Link to={paths.aboutYourData}>About your data: what this service holds, and who sees it</Link>
      </p>
      {demonstration === null ? null : <DemonstrationAccounts accounts={demonstration} />}
    </div>
  )
}
