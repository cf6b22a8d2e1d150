import { useId } from 'react'
import { Link } from 'react-router'
import { pathTo } from '../../data/paths.ts'
import { ChangeLine } from './change-line.tsx'
import type { ChangeGroup as Group } from './group-changes.ts'
import { MarkSeen } from './mark-seen.tsx'
import { PatientDetails } from './patient-details.tsx'

/** All that has changed for one patient, or the patients of one new trial: who or what on the left, a line for each change. */
export function ChangeGroup({ group: { heading, by, changes } }: { readonly group: Group }) {
  const headingId = useId()
  const [first] = changes
  if (first === undefined) return null
  const unseen = changes.filter(({ isSeen }) => !isSeen).map(({ changeId }) => changeId)
  return (
    <article className="app-change-group" aria-labelledby={headingId}>
      <div className="app-change-group__about">
        <h2 className="app-change-group__heading" id={headingId}>
          <Link to={by === 'trial' ? pathTo.trial(first.trial.trialId) : pathTo.patient(first.patient.patientId)}>
            {heading}
          </Link>
        </h2>
        {by === 'trial' ? <span>{first.trial.title}</span> : <PatientDetails patient={first.patient} />}
      </div>
      <ul className="app-change-group__changes">
        {changes.map((change) => (
          <ChangeLine key={change.changeId} change={change} by={by} />
        ))}
      </ul>
      <div className="app-change-group__seen">
        {unseen.length > 0 ? <MarkSeen changeIds={unseen} what={heading} /> : null}
      </div>
    </article>
  )
}
