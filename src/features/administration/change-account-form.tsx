import { useState } from 'react'
import { Form, useNavigation } from 'react-router'
import type { components } from '#api/schema.ts'
import { roleLabel } from '#domain/access/role.ts'
import { type ApiProblem, fieldErrors } from '../../data/problem.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { RightsFields, rightsLabels } from './rights-fields.tsx'

type Account = components['schemas']['Account']

const labels = { name: 'Full name', ...rightsLabels } as const

type ChangeAccountFormProps = {
  readonly account: Account
  /** The reader's own account: its rights are for others to change. */
  readonly isOwn: boolean
  /** The account after the reader's last change, where that was the last thing done. */
  readonly done: Account | null
  /** The last attempt, when it was refused. */
  readonly refused: {
    readonly version: number
    readonly problem: ApiProblem | null
    readonly roleError: string | undefined
  } | null
  readonly organisations: readonly components['schemas']['Organisation'][]
}

/**
 * Name, role and organisation. What is saved was changed from the version that the reader has seen: after a conflict that
 * is the one stored now, which then stands above the form.
 */
export function ChangeAccountForm({ account, isOwn, done, refused, organisations }: ChangeAccountFormProps) {
  const [begun, setBegun] = useState(account)
  if (done !== null && done.version > begun.version) setBegun(done)
  const isPending = useNavigation().state !== 'idle'
  const isConflict = refused?.problem?.isConflict === true && refused.version !== account.version
  const errors = fieldErrors(refused?.problem)
  const roleError = refused?.roleError ?? errors.role
  return (
    <section className="app-narrow" aria-labelledby="change-account">
      <h2 className="nhsuk-heading-m" id="change-account">
        Change the account
      </h2>
      <ErrorSummary
        faults={refused?.roleError === undefined ? [] : [{ fieldId: 'role', message: refused.roleError }]}
        attempt={refused ?? undefined}
      />
      <ProblemSummary problem={refused?.problem} fieldIds={Object.keys(labels)} labels={labels} />
      {isConflict ? <StoredNow account={account} /> : null}
      <Form method="post" noValidate key={begun.version}>
        <input
          type="hidden"
          name="version"
          value={isConflict ? account.version : (refused?.version ?? begun.version)}
        />
        <TextField label={labels.name} name="name" autoComplete="off" defaultValue={begun.name} error={errors.name} />
        {isOwn ? (
          <>
            <input type="hidden" name="role" value={begun.role} />
            <input type="hidden" name="organisationId" value={begun.organisation?.organisationId ?? ''} />
            <p>Another administrator changes your role and organisation.</p>
          </>
        ) : (
          <>
            <RightsFields
              role={begun.role}
              organisationId={begun.organisation?.organisationId ?? ''}
              errors={{ ...errors, ...(roleError === undefined ? {} : { role: roleError }) }}
              organisations={organisations}
            />
            <p className="nhsuk-hint">Another role or organisation signs them out everywhere at once.</p>
          </>
        )}
        <SubmitButton name="do" value="change" isPending={isPending}>
          Save changes
        </SubmitButton>
      </Form>
    </section>
  )
}

function StoredNow({ account: { name, role, organisation } }: { readonly account: Account }) {
  return (
    <Notice kind="warning" title="Stored now">
      <p>
        {name}, {roleLabel(role)}, {organisation?.name ?? 'all organisations'}. Saving again replaces this with what is
        in the form.
      </p>
    </Notice>
  )
}
