import { useState } from 'react'
import { Form, Link, useActionData, useLoaderData, useNavigation } from 'react-router'
import { paths } from '../../data/paths.ts'
import { fieldErrors } from '../../data/problem.ts'
import { useSession } from '../../data/session.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import type { enterRelease } from './enter-release.ts'
import type { loadReleaseEntry } from './load-release-entry.ts'

const labels = {
  releasedOn: 'Date of release',
  released: 'What was released',
  recipient: 'Recipient',
  purpose: 'Purpose',
  legalBasis: 'Legal basis',
  expectedBenefit: 'Expected benefit',
  reason: 'What was wrong with the entry',
} as const

/** The form of an entry of the register: a new one, or one that puts another right and begins with its words. */
export function ReleaseEntryPage() {
  const { corrected } = useLoaderData<typeof loadReleaseEntry>()
  const { caller } = useSession()
  const back = <Link to={paths.releases}>Back to the register of releases</Link>
  if (caller?.role !== 'information-officer') {
    return <Closed title="Entries are made by information officers">{back}</Closed>
  }
  if (corrected === 'gone') return <Closed title="The register has no such entry">{back}</Closed>
  if (corrected !== null && corrected.correctedBy !== null) {
    return <Closed title="This entry has been corrected already">{back}</Closed>
  }
  return (
    <div className="app-narrow">
      <p>{back}</p>
      <PageHeading title={corrected === null ? 'Enter a release' : 'Correct an entry'} />
      <p>
        Everybody can read an entry as soon as you publish it. It cannot be changed or taken away, only corrected by a
        further one. Name no patient and no member of staff.
      </p>
      <ReleaseForm corrected={corrected} />
    </div>
  )
}

function Closed({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <>
      <PageHeading title="Register of releases" />
      <EmptyState title={title}>
        <p>{children}</p>
      </EmptyState>
    </>
  )
}

type ReleaseFormProps = {
  readonly corrected: Exclude<ReturnType<typeof useLoaderData<typeof loadReleaseEntry>>['corrected'], 'gone'>
}

function ReleaseForm({ corrected }: ReleaseFormProps) {
  const answer = useActionData<typeof enterRelease>()
  const isPending = useNavigation().state !== 'idle'
  // One key for the form: what is sent twice is published once.
  const [idempotencyKey] = useState(() => crypto.randomUUID())
  const errors = { ...fieldErrors(answer?.problem), ...Object.fromEntries(faultsOf(answer)) }
  const field = (name: keyof typeof labels) => ({
    label: labels[name],
    name,
    error: errors[name],
    defaultValue: answer?.values[name] ?? (name === 'reason' ? '' : (corrected?.[name] ?? '')),
  })
  return (
    <>
      <ErrorSummary faults={answer?.faults ?? []} attempt={answer} />
      <ProblemSummary problem={answer?.problem} fieldIds={Object.keys(labels)} labels={labels} />
      <Form method="post" noValidate>
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <input type="hidden" name="corrects" value={corrected?.releaseId ?? ''} />
        <DateField {...field('releasedOn')} />
        <TextArea {...field('released')} hint="De-identified data only, for example counts by region" rows={3} />
        <TextField {...field('recipient')} hint="The organisation, not a person" autoComplete="off" />
        <TextArea {...field('purpose')} rows={3} />
        <TextArea {...field('legalBasis')} hint="On what ground in law it was released" rows={2} />
        <TextArea {...field('expectedBenefit')} hint="What good it is expected to do" rows={3} />
        {corrected === null ? null : <TextArea {...field('reason')} rows={3} />}
        <SubmitButton isPending={isPending}>Publish</SubmitButton>
      </Form>
    </>
  )
}

function faultsOf(answer: ReturnType<typeof useActionData<typeof enterRelease>>): [string, string][] {
  return (answer?.faults ?? []).map(({ fieldId, message }) => [fieldId, message])
}
