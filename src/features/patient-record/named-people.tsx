import { useCallback, useEffect, useRef, useState } from 'react'
import { useFetcher } from 'react-router'
import type { components } from '#api/schema.ts'
import { careRoleLabel } from '#domain/access/care-role.ts'
import { roleLabel } from '#domain/access/role.ts'
import { pathTo } from '../../data/paths.ts'
import { clinicalDate } from '../../format/dates.ts'
import { ErrorState, LoadingState } from '../../ui/page-states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { EndRoleForm } from './end-role-form.tsx'
import type { loadNamedPeople } from './load-named-people.ts'
import { NamePersonForm } from './name-person-form.tsx'
import { useNaming } from './use-naming.ts'

type Schemas = components['schemas']
type NamedRole = Schemas['NamedRole']

/** Who is named on the patient, and so sees the record without being of the team: the list, adding to it and ending. */
export function NamedPeople({ patient }: { readonly patient: Schemas['Patient'] }) {
  const { load, state, data } = useFetcher<typeof loadNamedPeople>()
  const address = pathTo.patientNamed(patient.patientId)
  useEffect(() => void load(address), [load, address])
  if (data === undefined) return <LoadingState what="the people named for this patient" />
  const { named, problem } = data
  if (problem !== null) {
    return state === 'idle' ? <ErrorState problem={problem} onRetry={() => void load(address)} /> : null
  }
  return <NamedList patient={patient} named={named} />
}

type NamedListProps = { readonly patient: Schemas['Patient']; readonly named: Schemas['NamedRoleList'] }

function NamedList({ patient, named: { items, candidates } }: NamedListProps) {
  const [open, setOpen] = useState<string | null>(null)
  const [news, setNews] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  const done = useCallback((words: string) => {
    setOpen(null)
    setNews(words)
    heading.current?.focus()
  }, [])
  const ending = useNaming(done)
  const standing = items.filter(({ state }) => state !== 'past')
  const past = items.filter(({ state }) => state === 'past')
  const keep = (buttonId: string) => {
    setOpen(null)
    document.getElementById(buttonId)?.focus()
  }
  return (
    <>
      <h2 className="nhsuk-heading-xs" tabIndex={-1} ref={heading}>
        People named for this patient
      </h2>
      <p role="status">{news}</p>
      {standing.length === 0 ? <p>Nobody is named.</p> : null}
      <ul>
        {standing.map((line) => (
          <li key={line.namedRoleId}>
            <Line line={line} />
            {line.mayEnd && open !== line.namedRoleId ? (
              <button
                type="button"
                className="app-link-button app-print-hidden"
                id={`end-${line.namedRoleId}`}
                onClick={() => setOpen(line.namedRoleId)}
              >
                End
                <span className="nhsuk-u-visually-hidden">
                  : {line.name}, {careRoleLabel(line.careRole)}
                </span>
              </button>
            ) : null}
            {open === line.namedRoleId ? (
              <EndRoleForm
                patient={patient}
                line={line}
                ending={ending}
                onKeep={() => keep(`end-${line.namedRoleId}`)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {past.length === 0 ? null : (
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">Named before ({past.length})</span>
          </summary>
          <ul>
            {past.map((line) => (
              <li key={line.namedRoleId}>
                <Line line={line} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {candidates.length === 0 ? null : (
        <div className="app-print-hidden">
          <button
            type="button"
            className="app-link-button"
            id="name-person"
            aria-expanded={open === 'new'}
            onClick={() => setOpen(open === 'new' ? null : 'new')}
          >
            Name a person
          </button>
          {open === 'new' ? <NamePersonForm patient={patient} candidates={candidates} onDone={done} /> : null}
        </div>
      )}
    </>
  )
}

function Line({ line }: { readonly line: NamedRole }) {
  const { name, role, careRole, startsOn, endsOn, state, isHere, reason, enteredBy, ending } = line
  return (
    <>
      {name} ({roleLabel(role)}): {careRoleLabel(careRole)}, {daysText(startsOn, endsOn)}{' '}
      {state === 'planned' ? <Tag colour="blue">To come</Tag> : null}
      {isHere ? null : <Tag colour="yellow">No clinician here any more: sees nothing</Tag>}
      <div className="app-cell-note">
        Named by {enteredBy}: {reason}
      </div>
      {ending === null ? null : (
        <div className="app-cell-note">
          Ended on {clinicalDate(ending.endedOn)} by {ending.by}: {ending.reason}
        </div>
      )}
    </>
  )
}

function daysText(startsOn: string, endsOn: string | null): string {
  return endsOn === null ? `from ${clinicalDate(startsOn)}` : `${clinicalDate(startsOn)} to ${clinicalDate(endsOn)}`
}
