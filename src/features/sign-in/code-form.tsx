import { Form, useNavigation } from 'react-router'
import { paths } from '../../data/paths.ts'
import { type ApiProblem, fieldErrors } from '../../data/problem.ts'
import { ErrorSummary, type FieldFault } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'

const labels = { code: 'Code' } as const

type CodeFormProps = {
  readonly refused: { readonly faults: readonly FieldFault[]; readonly problem: ApiProblem | null } | null
}

/** The second step of signing in, on the browser on which the password was right. */
export function CodeForm({ refused }: CodeFormProps) {
  const isPending = useNavigation().state !== 'idle'
  return (
    <div className="app-narrow">
      <ErrorSummary faults={refused?.faults ?? []} attempt={refused ?? undefined} />
      <ProblemSummary problem={refused?.problem} fieldIds={Object.keys(labels)} labels={labels} />
      <PageHeading title="Enter your code" />
      <Form method="post" noValidate>
        <TextField
          label={labels.code}
          name="code"
          autoComplete="one-time-code"
          spellCheck={false}
          hint="The six digits that your app shows now, or one of your recovery codes"
          error={refused?.faults[0]?.message ?? fieldErrors(refused?.problem).code}
        />
        <SubmitButton name="do" value="give-code" isPending={isPending}>
          Sign in
        </SubmitButton>
      </Form>
      <p>If you have neither, ask an administrator of this service for a recovery link.</p>
      <Form method="post" action={paths.signOut}>
        <button type="submit" className="app-link-button">
          Begin again
        </button>
      </Form>
    </div>
  )
}
