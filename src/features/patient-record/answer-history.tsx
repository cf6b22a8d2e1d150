import { useId, useState } from 'react'
import { Link, useFetcher } from 'react-router'
import type { components } from '#api/schema.ts'
import { pathTo } from '../../data/paths.ts'
import { clinicalInstant } from '../../format/dates.ts'
import { outcomeWords } from '../../ui/outcome-tag.tsx'
import { ErrorState, LoadingState } from '../../ui/page-states.tsx'
import { SetByClinicianTag } from '../../ui/set-by-clinician-tag.tsx'
import type { loadPatientChanges } from './load-patient-changes.ts'

type AnswerHistoryProps = {
  readonly patientId: string
  readonly trial: Pick<components['schemas']['ChangedTrial'], 'trialId' | 'title'>
}

/** How the answer to this trial has changed, fetched when it is first asked for. */
export function AnswerHistory({ patientId, trial }: AnswerHistoryProps) {
  const [isOpen, setIsOpen] = useState(false)
  const fetcher = useFetcher<typeof loadPatientChanges>()
  const regionId = useId()
  const { items = null, problem = null } = fetcher.data ?? {}
  const ask = () => void fetcher.load(pathTo.patientChanges(patientId))
  const toggle = () => {
    setIsOpen(!isOpen)
    if (!isOpen && items === null && fetcher.state === 'idle') ask()
  }
  return (
    <>
      <button
        type="button"
        className="app-link-button"
        aria-expanded={isOpen}
        aria-controls={regionId}
        onClick={toggle}
      >
        {isOpen ? 'Hide history' : 'History'}
        <span className="nhsuk-u-visually-hidden">: {trial.title}</span>
      </button>
      <div className="app-card__why" id={regionId} hidden={!isOpen}>
        {fetcher.state === 'loading' && items === null ? <LoadingState what="history" /> : null}
        {problem !== null && fetcher.state === 'idle' ? <ErrorState problem={problem} onRetry={ask} /> : null}
        {items === null ? null : (
          <Changes
            patientId={patientId}
            trialId={trial.trialId}
            changes={items.find((each) => each.trial.trialId === trial.trialId)?.changes ?? []}
          />
        )}
      </div>
    </>
  )
}

type ChangesProps = {
  readonly patientId: string
  readonly trialId: string
  readonly changes: readonly components['schemas']['ScreeningChange'][]
}

function Changes({ patientId, trialId, changes }: ChangesProps) {
  if (changes.length === 0)
    return <p className="app-card__line">The answer has not changed since this patient was first screened.</p>
  return (
    <ol className="nhsuk-list app-card__line">
      {changes.map(({ changeId, at, from, to, isSetByClinician, because }) => (
        <li key={changeId}>
          <strong>{clinicalInstant(at)}</strong>:{' '}
          {from === to ? `still ${outcomeText(to)}` : `${outcomeText(from)}, then ${outcomeText(to)}`}
          <SetByClinicianTag isSet={isSetByClinician} />
          {because.map((sentence) => (
            <div key={sentence}>{sentence}</div>
          ))}
          <Link to={pathTo.pastAnswer(patientId, trialId, at)}>
            The answer as it was <span className="nhsuk-u-visually-hidden">on {clinicalInstant(at)}</span>
          </Link>
        </li>
      ))}
    </ol>
  )
}

function outcomeText(outcome: components['schemas']['Outcome'] | null): string {
  return outcome === null ? 'not listed' : outcomeWords[outcome].label
}
