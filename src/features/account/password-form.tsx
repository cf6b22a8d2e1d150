import { Form, useNavigation } from 'react-router'
import { type ApiProblem, fieldErrors } from '../../data/problem.ts'
import { ErrorSummary, type FieldFault } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'

const labels = { current: 'Password you have now', password: 'New password', repeated: 'New password again' } as const

type PasswordFormProps = {
  /** The last attempt, when it was refused. */
  readonly refused: { readonly faults: readonly FieldFault[]; readonly problem: ApiProblem | null } | null
}

/** Changing one's own password. */
export function PasswordForm({ refused }: PasswordFormProps) {
  const isPending = useNavigation().state !== 'idle'
  const errors = fieldErrors(refused?.problem)
  const errorOf = (fieldId: string) =>
    refused?.faults.find((fault) => fault.fieldId === fieldId)?.message ?? errors[fieldId]
  return (
    <section className="app-narrow" aria-labelledby="change-password">
      <h2 className="nhsuk-heading-m" id="change-password">
        Change your password
      </h2>
      <ErrorSummary faults={refused?.faults ?? []} attempt={refused ?? undefined} />
      <ProblemSummary problem={refused?.problem} fieldIds={Object.keys(labels)} labels={labels} />
      <Form method="post" noValidate>
        <TextField
          label={labels.current}
          name="current"
          type="password"
          autoComplete="current-password"
          error={errorOf('current')}
        />
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
        <SubmitButton name="do" value="change-password" isPending={isPending}>
          Change password
        </SubmitButton>
      </Form>
    </section>
  )
}
