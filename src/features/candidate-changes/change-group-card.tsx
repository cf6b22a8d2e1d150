import { useId } from 'react'
import { Link } from 'react-router'
import { pathTo } from '../../data/paths.ts'
import { clinicalInstant } from '../../format/dates.ts'
import { nhsNumberText } from '../../format/nhs-number.ts'
import { patientName } from '../../format/person-name.ts'
import { bornText } from '../../ui/identity-banner.tsx'
import { OutcomeTag } from '../../ui/outcome-tag.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { Change, ChangeGroup } from './group-changes.ts'
import { MarkSeen } from './mark-seen.tsx'

/** The patients of one new trial, or all that has changed for one patient. */
export function ChangeGroupCard({ group: { heading, by, changes } }: { readonly group: ChangeGroup }) {
  const headingId = useId()
  const [first] = changes
  if (first === undefined) return null
  const unseen = changes.filter(({ isSeen }) => !isSeen).map(({ changeId }) => changeId)
  return (
    <article className="nhsuk-card app-candidate" aria-labelledby={headingId}>
      <div className="nhsuk-card__content app-card">
        <h3 className="nhsuk-card__heading nhsuk-heading-s" id={headingId}>
          <Link to={by === 'trial' ? pathTo.trial(first.trial.trialId) : pathTo.patient(first.patient.patientId)}>
            {heading}
          </Link>
        </h3>
        <p className="app-card__line">{by === 'trial' ? first.trial.title : whoText(first.patient)}</p>
        {by === 'trial' ? <p className="app-card__line">{first.because.join('. ')}</p> : null}
        <ul className="nhsuk-list app-card__line">
          {changes.map((change) => (
            <li key={change.changeId}>
              {by === 'trial' ? <PatientOfTrial change={change} /> : <ChangeOfPatient change={change} />}
            </li>
          ))}
        </ul>
        {unseen.length > 0 ? <MarkSeen changeIds={unseen} what={heading} /> : null}
      </div>
    </article>
  )
}

/** One patient of a new trial. What all of them have in common stands above. */
function PatientOfTrial({ change: { patient, label, to, isSeen } }: { readonly change: Change }) {
  return (
    <>
      <Link to={pathTo.patient(patient.patientId)}>{patientName(patient.name)}</Link>, {whoText(patient)}:{' '}
      {to === null ? null : <OutcomeTag outcome={to} />} {label} <SeenTag isSeen={isSeen} />
    </>
  )
}

/** What was, what is now, and why. */
function ChangeOfPatient({ change }: { readonly change: Change }) {
  const { trial, label, from, to, because, at, isSeen } = change
  return (
    <>
      <Link to={pathTo.trial(trial.trialId)}>{trial.registryId}</Link> {trial.title}
      <br />
      <strong>{label}</strong>: {from === null ? 'not listed' : <OutcomeTag outcome={from} />}{' '}
      <span aria-hidden="true">→</span>
      <span className="nhsuk-u-visually-hidden">is now</span>{' '}
      {to === null ? 'not listed any more' : <OutcomeTag outcome={to} />}{' '}
      <span className="app-card__source app-nowrap">{clinicalInstant(at)}</span> <SeenTag isSeen={isSeen} />
      {because.map((sentence) => (
        <div key={sentence}>{sentence}</div>
      ))}
    </>
  )
}

function SeenTag({ isSeen }: { readonly isSeen: boolean }) {
  return isSeen ? <Tag colour="white">Seen</Tag> : null
}

function whoText({ bornOn, nhsNumber }: Change['patient']): string {
  return `born ${bornText(bornOn, null)}, NHS No. ${nhsNumberText(nhsNumber)}`
}
