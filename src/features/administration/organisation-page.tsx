import { useState } from 'react'
import { Form, useActionData, useLoaderData, useNavigation } from 'react-router'
import { fieldErrors } from '../../data/problem.ts'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { WayBack } from '../../ui/way-back.tsx'
import type { loadOrganisation } from './load-organisation.ts'
import type { renameOrganisation } from './rename-organisation.ts'

const labels = { name: 'Name' } as const

/** One organisation, whose name can be changed. Its code is how other systems know it, and stays. */
export function OrganisationPage() {
  const stored = useLoaderData<typeof loadOrganisation>()
  const answer = useActionData<typeof renameOrganisation>()
  const [begun, setBegun] = useState(stored)
  const isPending = useNavigation().state !== 'idle'
  const refused = answer?.kind === 'refused' ? answer : null
  const renamed = answer?.kind === 'renamed' ? answer.organisation : null
  const { organisationId, version } = begun
  if (stored.organisationId !== organisationId) setBegun(stored)
  else if (renamed !== null && renamed.organisationId === organisationId && renamed.version > version) setBegun(renamed)
  const isConflict = refused?.problem.isConflict === true && refused.version !== stored.version
  return (
    <div className="app-narrow">
      <WayBack />
      <ProblemSummary problem={refused?.problem} fieldIds={Object.keys(labels)} labels={labels} />
      <PageHeading title={begun.name} caption={begun.code} />
      {renamed === null ? null : <Notice kind="success" title={`It is called ${renamed.name} now`} />}
      {isConflict ? (
        <Notice kind="warning" title="Stored now">
          <p>{stored.name}. Saving again replaces this with what is in the form.</p>
        </Notice>
      ) : null}
      <Form method="post" noValidate key={`${organisationId} ${version}`}>
        <input type="hidden" name="version" value={isConflict ? stored.version : (refused?.version ?? version)} />
        <TextField
          label={labels.name}
          name="name"
          autoComplete="off"
          defaultValue={begun.name}
          error={fieldErrors(refused?.problem).name}
        />
        <SubmitButton isPending={isPending}>Save the name</SubmitButton>
      </Form>
    </div>
  )
}
