import { type FormEvent, useState } from 'react'
import { Link, useLoaderData } from 'react-router'
import { paths } from '../../data/paths.ts'
import { useSession } from '../../data/session.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { StatusMessage } from '../../ui/status-message.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { type Assessed, assessDraft } from './assess-draft.ts'
import { CriterionFields } from './criterion-fields.tsx'
import {
  type Draft,
  type DraftFault,
  emptyDraft,
  fieldIds,
  namesIn,
  newCriterion,
  type TypedCriterion,
} from './draft.ts'
import { DraftCancerTypes } from './draft-cancer-types.tsx'
import { namedFaults } from './draft-faults.ts'
import { DraftStart } from './draft-start.tsx'
import { FeasibilityAnswer } from './feasibility-answer.tsx'
import { KeptNotice } from './kept-notice.tsx'
import type { loadDraft } from './load-draft.ts'
import { startDraft } from './start-draft.ts'
import { useDraft } from './use-draft.ts'

/** What a trial would find that does not exist yet. Nothing is stored on the server; what is typed stays with the tab. */
export function DraftFeasibilityPage() {
  const { trial } = useLoaderData<typeof loadDraft>()
  // Without the key, what was typed would stay when another trial is started from.
  return <DraftFeasibility key={trial?.trial.trialId} />
}

function DraftFeasibility() {
  const { types, trial } = useLoaderData<typeof loadDraft>()
  const { caller } = useSession()
  const [start] = useState(() => (trial === null ? emptyDraft : startDraft(trial)))
  const owner = { accountId: caller?.accountId ?? '', from: trial?.trial.trialId ?? null }
  const { draft, setDraft, isRestored, isUnkept, startAnew } = useDraft(owner, start)
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
  const faults: readonly DraftFault[] = assessed?.kind === 'faults' ? assessed.faults : []
  const cohorts = namesIn(`${draft.cohorts}\n${draft.closedCohorts}`)
  const faultAt = (field: string) => faults.find(({ fieldId }) => fieldId === field)?.message
  return (
    <>
      <PageHeading title="Feasibility of a draft">
        <Link to={paths.trials}>All trials</Link>
      </PageHeading>
      <DraftStart trial={trial} />
      <KeptNotice
        isRestored={isRestored}
        isUnkept={isUnkept}
        onStartAnew={() => {
          startAnew()
          setAssessed(null)
        }}
      />
      <ErrorSummary faults={namedFaults(draft, faults)} attempt={assessed ?? undefined} />
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
            cohorts={cohorts}
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
        <div className="app-two-columns">
          <TextArea
            label="Cohorts that take patients"
            name={fieldIds.cohorts}
            hint="Only where criteria differ by cohort: one name a line"
            rows={Math.max(3, cohorts.length)}
            value={draft.cohorts}
            error={faultAt(fieldIds.cohorts)}
            onChange={({ currentTarget }) => change({ cohorts: currentTarget.value })}
          />
          <TextArea
            label="Cohorts that take nobody now"
            name={fieldIds.closedCohorts}
            hint="One name a line. If all stand here, they are read as open"
            rows={Math.max(3, cohorts.length)}
            value={draft.closedCohorts}
            error={faultAt(fieldIds.closedCohorts)}
            onChange={({ currentTarget }) => change({ closedCohorts: currentTarget.value })}
          />
        </div>
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
