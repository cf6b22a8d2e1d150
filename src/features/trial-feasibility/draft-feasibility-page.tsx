import { type FormEvent, useState } from 'react'
import { Link, useLoaderData } from 'react-router'
import type { loadCancerTypes } from '../../data/load-cancer-types.ts'
import { paths } from '../../data/paths.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { StatusMessage } from '../../ui/status-message.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { type Assessed, assessDraft } from './assess-draft.ts'
import { CriterionFields } from './criterion-fields.tsx'
import { type Draft, emptyDraft, fieldIds, newCriterion, type TypedCriterion } from './draft.ts'
import { DraftCancerTypes } from './draft-cancer-types.tsx'
import { FeasibilityAnswer } from './feasibility-answer.tsx'

/** What a trial would find that does not exist yet. Nothing is stored; what is typed stays until the page is left. */
export function DraftFeasibilityPage() {
  const types = useLoaderData<typeof loadCancerTypes>()
  const [draft, setDraft] = useState<Draft>(emptyDraft)
  const [assessed, setAssessed] = useState<Assessed | null>(null)
  const [isPending, setIsPending] = useState(false)
  const change = (patch: Partial<Draft>) => setDraft({ ...draft, ...patch })
  const changeCriterion = (key: number, patch: Partial<TypedCriterion>) =>
    change({ criteria: draft.criteria.map((each) => (each.key === key ? { ...each, ...patch } : each)) })
  const workOut = async (event: FormEvent) => {
    event.preventDefault()
    setIsPending(true)
    setAssessed(await assessDraft(draft))
    setIsPending(false)
  }
  if (assessed?.kind === 'problem' && assessed.problem.isSignedOut) throw assessed.problem
  const faults = assessed?.kind === 'faults' ? assessed.faults : []
  const faultAt = (field: string) => faults.find(({ fieldId }) => fieldId === field)?.message
  return (
    <>
      <PageHeading title="Feasibility of a draft">
        <Link to={paths.trials}>All trials</Link>
      </PageHeading>
      <p>Write what the trial would ask, and see how many patients it would find. The draft is not stored.</p>
      <ErrorSummary faults={faults} attempt={assessed ?? undefined} />
      <ProblemSummary problem={assessed?.kind === 'problem' ? assessed.problem : null} fieldIds={[]} />
      <form noValidate onSubmit={(event) => void workOut(event)}>
        <TextField
          label="Title"
          name="title"
          hint="Optional"
          maxLength={300}
          value={draft.title}
          onChange={({ currentTarget }) => change({ title: currentTarget.value })}
        />
        <DraftCancerTypes draft={draft} types={types} faults={faults} onChange={change} />
        {draft.criteria.map((criterion, index) => (
          <CriterionFields
            key={criterion.key}
            criterion={criterion}
            position={index + 1}
            faults={faults}
            onChange={(patch) => changeCriterion(criterion.key, patch)}
            {...(draft.criteria.length === 1
              ? {}
              : { onRemove: () => change({ criteria: draft.criteria.filter(({ key }) => key !== criterion.key) }) })}
          />
        ))}
        <p>
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary"
            onClick={() => change({ criteria: [...draft.criteria, newCriterion(draft.criteria)] })}
          >
            Add a criterion
          </button>
        </p>
        <TextField
          label="Cohorts"
          name={fieldIds.cohorts}
          hint="Only where rules speak of cohorts: their names, between commas. For example A, B"
          value={draft.cohorts}
          error={faultAt(fieldIds.cohorts)}
          onChange={({ currentTarget }) => change({ cohorts: currentTarget.value })}
        />
        <TextArea
          label="Where it would take patients"
          name={fieldIds.places}
          hint="Optional, one place a line: name, latitude, longitude. For example Leeds, 53.80, -1.55"
          rows={3}
          value={draft.places}
          error={faultAt(fieldIds.places)}
          onChange={({ currentTarget }) => change({ places: currentTarget.value })}
        />
        <SubmitButton isPending={isPending}>Work out</SubmitButton>
      </form>
      <StatusMessage>{isPending ? 'Working out' : assessed?.kind === 'answer' ? 'Worked out' : ''}</StatusMessage>
      {assessed?.kind === 'answer' ? (
        <FeasibilityAnswer
          feasibility={assessed.feasibility}
          fileName="feasibility-draft.csv"
          isDraft
          whyNoDistance={assessed.hasPlaces ? null : 'No place was given, so there is no distance.'}
        />
      ) : null}
    </>
  )
}
