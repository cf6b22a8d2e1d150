import { Form, Link, useActionData, useNavigation } from 'react-router'
import { roleLabel } from '#domain/access/role.ts'
import { paths } from '../../data/paths.ts'
import type { SingleSignOn } from '../../data/single-sign-on.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { RadioList } from '../../ui/fields/radio-list.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import type { chooseRole } from './choose-role.ts'

/** In which of several roles somebody works now. */
export function RoleForm({ roles }: { readonly roles: SingleSignOn['roles'] }) {
  const answer = useActionData<typeof chooseRole>()
  const isPending = useNavigation().state !== 'idle'
  const present = roles.find(({ isPresent }) => isPresent)
  const choices = roles.map(({ optionId, role, organisation, roleName }) => ({
    value: optionId,
    label: organisation === null ? roleLabel(role) : `${roleLabel(role)}, ${organisation.name}`,
    hint: roleName,
  }))
  return (
    <div className="app-narrow">
      <ErrorSummary faults={answer?.faults ?? []} attempt={answer} />
      <ProblemSummary problem={answer?.problem} fieldIds={[]} />
      <PageHeading title="Choose your role" />
      <p>You see the patients and the work of this role and this organisation until you choose another.</p>
      {present === undefined ? null : (
        <p>Another role means a new session: wherever else you are signed in, you are signed out.</p>
      )}
      <Form method="post" noValidate>
        <RadioList
          label="Which role do you work in now?"
          name="optionId"
          choices={choices}
          defaultValue={present?.optionId ?? null}
          error={answer?.faults[0]?.message}
        />
        <SubmitButton isPending={isPending}>Continue</SubmitButton>
      </Form>
      <p>
        {present === undefined ? (
          <Link to={paths.signIn}>Sign in another way</Link>
        ) : (
          <Link to={paths.account}>Keep the role that I have</Link>
        )}
      </p>
    </div>
  )
}
