import { Form, useNavigation } from 'react-router'
import type { components } from '#api/schema.ts'
import { type ApiProblem, fieldErrors } from '../../data/problem.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { RightsFields, rightsLabels } from './rights-fields.tsx'

const labels = {
  name: 'Full name',
  email: 'Email address',
  ...rightsLabels,
  password: 'First password',
} as const

type AccountFormProps = {
  /** The last attempt, when it was refused. */
  readonly refused: {
    readonly values: { name: string; email: string; role: string; organisationId: string }
    readonly problem: ApiProblem | null
    readonly roleError: string | undefined
  } | null
  readonly organisations: readonly components['schemas']['Organisation'][]
}

/** Name, email address, role, organisation and a first password. */
export function AccountForm({ refused, organisations }: AccountFormProps) {
  const isPending = useNavigation().state !== 'idle'
  const errors = fieldErrors(refused?.problem)
  const roleError = refused?.roleError ?? errors.role
  return (
    <section className="app-narrow" aria-labelledby="new-account">
      <h2 className="nhsuk-heading-m" id="new-account">
        Add an account
      </h2>
      <ErrorSummary
        faults={refused?.roleError === undefined ? [] : [{ fieldId: 'role', message: refused.roleError }]}
        attempt={refused ?? undefined}
      />
      <ProblemSummary problem={refused?.problem} fieldIds={Object.keys(labels)} labels={labels} />
      <Form method="post" noValidate>
        <TextField
          label={labels.name}
          name="name"
          autoComplete="off"
          defaultValue={refused?.values.name ?? ''}
          error={errors.name}
        />
        <TextField
          label={labels.email}
          name="email"
          type="email"
          autoComplete="off"
          defaultValue={refused?.values.email ?? ''}
          error={errors.email}
        />
        <RightsFields
          role={refused?.values.role ?? ''}
          organisationId={refused?.values.organisationId ?? ''}
          errors={{ ...errors, ...(roleError === undefined ? {} : { role: roleError }) }}
          organisations={organisations}
        />
        <TextField
          label={labels.password}
          name="password"
          type="password"
          autoComplete="new-password"
          hint="At least 12 characters"
          error={errors.password}
        />
        <SubmitButton isPending={isPending}>Add account</SubmitButton>
      </Form>
    </section>
  )
}
