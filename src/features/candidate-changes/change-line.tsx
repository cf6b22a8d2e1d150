import { Link } from 'react-router'
import type { TagColour } from '#domain/referral/referral-status.ts'
import { pathTo } from '../../data/paths.ts'
import { clinicalDate, clinicalInstant, londonDate } from '../../format/dates.ts'
import { patientName } from '../../format/person-name.ts'
import { type Outcome, OutcomeTag, outcomeWords } from '../../ui/outcome-tag.tsx'
import { SetByClinicianTag } from '../../ui/set-by-clinician-tag.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { Change, ChangeGroup } from './group-changes.ts'
import { OneLine } from './one-line.tsx'
import { PatientDetails } from './patient-details.tsx'

type ChangeLineProps = { readonly change: Change; readonly by: ChangeGroup['by'] }

/** One change on one line: its kind, the trial or the patient, what was and what is now, why, and when. */
export function ChangeLine({ change, by }: ChangeLineProps) {
  const { kind, label, trial, patient, from, to, hasTextToRead, isSetByClinician, because, at, isSeen } = change
  return (
    <li className={by === 'trial' ? 'app-change app-change--of-trial' : 'app-change'}>
      <span>
        <Tag colour={kind === 'noLongerMatches' ? lossColour(to) : hasTextToRead ? 'blue' : kindColours[kind]}>
          {label}
        </Tag>
      </span>
      {by === 'trial' ? (
        <span>
          <Link to={pathTo.patient(patient.patientId)}>{patientName(patient.name)}</Link>
          <PatientDetails patient={patient} />
        </span>
      ) : (
        <span className="app-change__trial" title={trial.title}>
          <Link to={pathTo.trial(trial.trialId)}>
            {trial.registryId}
            <span className="nhsuk-u-visually-hidden"> {trial.title}</span>
          </Link>
        </span>
      )}
      <span className="app-change__outcomes">
        {from === to ? (
          <span className="app-change__was">Still</span>
        ) : (
          <>
            <span className="app-change__was">{from === null ? 'Not listed' : shortOutcome(from)}</span>{' '}
            <span aria-hidden="true">→</span>
            <span className="nhsuk-u-visually-hidden">is now</span>
          </>
        )}{' '}
        {to === null ? 'not listed' : <OutcomeTag outcome={to} label={shortOutcome(to)} />}
        {hasTextToRead ? <span className="app-change__was">, criteria to read</span> : null}
        <SetByClinicianTag isSet={isSetByClinician} />
      </span>
      <OneLine
        text={because.join('. ')}
        about={`why, ${by === 'trial' ? patientName(patient.name) : trial.registryId}`}
      />
      <time className="app-change__when" dateTime={at} title={clinicalInstant(at)}>
        {clinicalDate(londonDate(at))}
        {isSeen ? ', seen' : null}
      </time>
    </li>
  )
}

/** The page says once, above the list, that all of it is on the data held. */
function shortOutcome(outcome: Outcome): string {
  return outcome === 'noFailuresFound' ? 'No criteria failed' : outcomeWords[outcome].label
}

const kindColours: Readonly<Record<Exclude<Change['kind'], 'noLongerMatches'>, TagColour>> = {
  newTrial: 'blue',
  nowMayFit: 'green',
  toLookAgain: 'yellow',
  other: 'grey',
}

/** Red is for what is ruled out, not for what may come back by itself. */
function lossColour(to: Outcome | null): TagColour {
  if (to === null) return 'grey'
  return to === 'notYet' ? 'purple' : 'red'
}
