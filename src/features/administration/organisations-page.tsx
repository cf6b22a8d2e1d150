import { Form, Link, useActionData, useLoaderData, useNavigation } from 'react-router'
import type { components } from '#api/schema.ts'
import { pathTo } from '../../data/paths.ts'
import { fieldErrors } from '../../data/problem.ts'
import { counted } from '../../format/counts.ts'
import { type DataColumn, DataTable } from '../../ui/data-table.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { AdministrationTabs } from './administration-tabs.tsx'
import type { createOrganisation } from './create-organisation.ts'
import type { loadOrganisations } from './load-organisations.ts'

type ListedOrganisation = components['schemas']['ListedOrganisation']

const labels = { code: 'ODS code', name: 'Name' } as const

/** The hospitals and trial sites of this installation, and a form for one more. */
export function OrganisationsPage() {
  const organisations = useLoaderData<typeof loadOrganisations>()
  const answer = useActionData<typeof createOrganisation>()
  const refused = answer?.kind === 'refused' ? answer : null
  const created = answer?.kind === 'created' ? answer.organisation : null
  const errors = fieldErrors(refused?.problem)
  const isPending = useNavigation().state !== 'idle'
  return (
    <>
      <AdministrationTabs />
      <PageHeading title="Organisations" />
      {created === null ? null : <Notice kind="success" title={`${created.name} (${created.code}) was added`} />}
      {organisations.length === 0 ? (
        <EmptyState title="There are no organisations">
          <p>Add the first one below.</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={counted(organisations.length, 'organisation')}
          columns={organisationColumns}
          rows={organisations}
          rowId={(organisation) => organisation.organisationId}
        />
      )}
      <section className="app-narrow" aria-labelledby="new-organisation">
        <h2 className="nhsuk-heading-m" id="new-organisation">
          Add an organisation
        </h2>
        <ProblemSummary problem={refused?.problem} fieldIds={Object.keys(labels)} labels={labels} />
        <Form method="post" noValidate key={organisations.length}>
          <TextField
            label={labels.code}
            name="code"
            hint="3 to 10 letters and digits, for example ZZ101"
            autoComplete="off"
            defaultValue={refused?.values.code ?? ''}
            error={errors.code}
          />
          <TextField
            label={labels.name}
            name="name"
            autoComplete="off"
            defaultValue={refused?.values.name ?? ''}
            error={errors.name}
          />
          <SubmitButton isPending={isPending}>Add organisation</SubmitButton>
        </Form>
      </section>
    </>
  )
}

const organisationColumns: readonly DataColumn<ListedOrganisation>[] = [
  {
    id: 'name',
    header: 'Name',
    isRowHeader: true,
    cell: (organisation) => <OrganisationLink organisation={organisation} />,
  },
  { id: 'code', header: 'ODS code', cell: (organisation) => organisation.code },
]

function OrganisationLink({ organisation: { organisationId, name } }: { readonly organisation: ListedOrganisation }) {
  return <Link to={pathTo.organisation(organisationId)}>{name}</Link>
}
