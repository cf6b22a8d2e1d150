import { Link } from 'react-router'
import type { components } from '#api/schema.ts'
import { pathTo } from '../../data/paths.ts'
import { AnswerHistory } from './answer-history.tsx'
import { ChangeNote } from './change-note.tsx'
import { groupId } from './group-candidates.ts'

type NoLongerOfferedProps = {
  readonly patientId: string
  readonly lost: components['schemas']['CandidateList']['noLongerOffered']
}

/** Trials that stood in the list when the reader last looked and do not now; they would be missed in silence. */
export function NoLongerOffered({ patientId, lost }: NoLongerOfferedProps) {
  if (lost.length === 0) return null
  return (
    <section aria-labelledby={groupId('noLongerOffered')}>
      <h3 className="nhsuk-heading-xs nhsuk-u-margin-bottom-1" id={groupId('noLongerOffered')} tabIndex={-1}>
        Not listed any more
      </h3>
      {lost.map(({ trial, change }) => (
        <article key={trial.trialId} className="nhsuk-card app-candidate" aria-labelledby={`lost-${trial.trialId}`}>
          <div className="nhsuk-card__content app-card">
            <h4 className="nhsuk-card__heading nhsuk-heading-xs" id={`lost-${trial.trialId}`}>
              <Link to={pathTo.trial(trial.trialId)}>{trial.title}</Link>
            </h4>
            <p className="app-card__source">{trial.registryId}</p>
            <ChangeNote change={change} />
            <AnswerHistory patientId={patientId} trial={trial} />
          </div>
        </article>
      ))}
    </section>
  )
}
