import { Form, useNavigation } from 'react-router'
import { type ApiProblem, fieldErrors } from '../../data/problem.ts'
import { ErrorSummary, type FieldFault } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'

const labels = { current: 'Your password' } as const

type OwnPasswordFormProps = {
  readonly refused: { readonly faults: readonly FieldFault[]; readonly problem: ApiProblem | null } | null
  readonly action: 'begin' | 'remove'
  readonly button: string
  readonly kind: 'primary' | 'warning'
}

/** What changes how an account is opened asks for its password first. */
export function OwnPasswordForm({ refused, action, button, kind }: OwnPasswordFormProps) {
  const isPending = useNavigation().state !== 'idle'
  return (
    <>
      <ErrorSummary faults={refused?.faults ?? []} attempt={refused ?? undefined} />
      <ProblemSummary problem={refused?.problem} fieldIds={Object.keys(labels)} labels={labels} />
      <Form method="post" noValidate>
        <TextField
          label={labels.current}
          name="current"
          type="password"
          autoComplete="current-password"
          error={refused?.faults[0]?.message ?? fieldErrors(refused?.problem).current}
        />
        <SubmitButton kind={kind} name="do" value={action} isPending={isPending}>
          {button}
        </SubmitButton>
      </Form>
    </>
  )
}
