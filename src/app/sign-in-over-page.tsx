import { type FormEvent, useState } from 'react'
import { paths } from '../data/paths.ts'
import type { ApiProblem } from '../data/problem.ts'
import { pageMemory } from '../data/session-end.ts'
import { TextField } from '../ui/fields/text-field.tsx'
import { ProblemSummary } from '../ui/problem-summary.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { PageDialog } from './page-dialog.tsx'
import { signInAgain } from './session-expiry.ts'
import { SignInElsewhere } from './sign-in-elsewhere.tsx'

const labels = { email: 'Email address', password: 'Password', code: 'Code' } as const

/** Signing in again over a page that is kept. `onSignedIn` is told whose account it is. */
export function SignInOverPage({ onSignedIn }: { readonly onSignedIn: (accountId: string) => void }) {
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [isPending, setPending] = useState(false)
  const [asksForCode, setAsksForCode] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isPending) return
    setPending(true)
    const answer = await signInAgain(new FormData(event.currentTarget))
    setPending(false)
    if (!answer.ok) {
      // Too late, or changed meanwhile: the password comes first again.
      if (!answer.problem.errors.some(({ pointer }) => pointer === '/code')) setAsksForCode(false)
      return setProblem(answer.problem)
    }
    setProblem(null)
    setAsksForCode(answer.data.awaits === 'code')
    if (answer.data.caller !== null) onSignedIn(answer.data.caller.accountId)
  }

  return (
    <PageDialog title="Your session has ended: sign in to continue" isOpaque>
      <ProblemSummary problem={problem} fieldIds={[]} labels={labels} />
      <p>What you typed is kept for you. Should somebody else sign in here, it is discarded.</p>
      <SignInElsewhere onSignedIn={onSignedIn} />
      <form method="post" noValidate onSubmit={(event) => void submit(event)}>
        {asksForCode ? (
          <TextField
            key="code"
            id="again-code"
            label={labels.code}
            name="code"
            autoComplete="one-time-code"
            hint="The six digits that your app shows now, or one of your recovery codes"
          />
        ) : (
          <>
            <TextField id="again-email" label={labels.email} name="email" type="email" autoComplete="username" />
            <TextField
              id="again-password"
              label={labels.password}
              name="password"
              type="password"
              autoComplete="current-password"
            />
          </>
        )}
        <SubmitButton isPending={isPending}>Sign in</SubmitButton>
      </form>
      <button type="button" className="app-link-button" onClick={() => pageMemory.empty(paths.signIn)}>
        Leave, and discard what I typed
      </button>
    </PageDialog>
  )
}
