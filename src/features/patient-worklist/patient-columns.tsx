import { Link } from 'react-router'
import type { components } from '#api/schema.ts'
import { careRoleLabel } from '#domain/access/care-role.ts'
import { pathTo } from '../../data/paths.ts'
import { counted } from '../../format/counts.ts'
import { clinicalDate, londonDate } from '../../format/dates.ts'
import { matchGradeWords } from '../../format/match-grade.ts'
import { nhsNumberText } from '../../format/nhs-number.ts'
import { notKnown } from '../../format/not-known.ts'
import { patientName } from '../../format/person-name.ts'
import type { DataColumn } from '../../ui/data-table.tsx'
import { PatientMarks } from '../../ui/patient-marks.tsx'
import { ReferralLink } from '../../ui/referral-link.tsx'
import { SetByClinicianTag } from '../../ui/set-by-clinician-tag.tsx'
import { Tag } from '../../ui/tag.tsx'
import { candidateSummary } from './candidate-words.ts'
import { MissingData } from './missing-data.tsx'
import type { ListedPatient } from './similar-names.ts'

/**
 * Name, date of birth and NHS number stand together, so that a patient is never known by the name alone. A cell is a few
 * short lines: what is looked for first, and under it, smaller, what it rests on.
 */
export const patientColumns: readonly DataColumn<ListedPatient>[] = [
  { id: 'name', header: 'Patient', isRowHeader: true, isSortable: true, cell: (row) => <Identity {...row} /> },
  { id: 'cancerType', header: 'Cancer type', cell: (row) => <CancerType {...row} /> },
  { id: 'stage', header: 'Stage and ECOG', cell: (row) => <Extent {...row} /> },
  { id: 'candidates', header: 'Trials and referral', isSortable: true, cell: (row) => <Trials {...row} /> },
  { id: 'missing', header: 'Never recorded', cell: ({ missing }) => <MissingData missing={missing} /> },
  { id: 'updated', header: 'Consultant, updated', isSortable: true, cell: (row) => <Upkeep {...row} /> },
]

function Identity({ patientId, name, bornOn, nhsNumber, hasSimilarName, marks, namedAs }: ListedPatient) {
  return (
    <div>
      <Link to={pathTo.patient(patientId)}>{patientName(name)}</Link>
      <div className="app-cell-note">
        Born <span className="app-nowrap">{clinicalDate(bornOn)}</span>
      </div>
      <div className="app-cell-note">
        NHS No. <span className="app-nowrap">{nhsNumberText(nhsNumber)}</span>
      </div>
      <PatientMarks marks={marks} />
      {namedAs.map((careRole) => (
        <Tag key={careRole} colour="blue">{`You are named: ${careRoleLabel(careRole)}`}</Tag>
      ))}
      {hasSimilarName ? <Tag colour="yellow">Similar name in list</Tag> : null}
    </div>
  )
}

function CancerType({ cancerType, matchGrade, diagnosedOn }: ListedPatient) {
  const grade = matchGradeWords[matchGrade]
  return (
    <div>
      {cancerType?.name ?? grade}
      <div className="app-cell-note">
        Diagnosed <span className="app-nowrap">{clinicalDate(diagnosedOn)}</span>
      </div>
      {cancerType === null ? null : (
        <div className="app-cell-note">{matchGrade === 'possible' ? <Tag colour="yellow">{grade}</Tag> : grade}</div>
      )}
    </div>
  )
}

function Extent({ stage, performanceStatus }: ListedPatient) {
  return (
    <div className="app-cell-narrow">
      <Dated label="Stage" value={stage} />
      <Dated label="ECOG" value={performanceStatus} isUnbroken />
    </div>
  )
}

type DatedProps = {
  readonly label: string
  readonly value: components['schemas']['DatedText'] | null
  /** The value is short and stays on one line with its date. */
  readonly isUnbroken?: boolean
}

function Dated({ label, value, isUnbroken = false }: DatedProps) {
  if (value === null) {
    return (
      <div className="app-cell-note">
        {label} {notKnown.toLowerCase()}
      </div>
    )
  }
  const { text, on, isStale } = value
  return (
    <div className="app-cell-note">
      <span className={isUnbroken ? 'app-nowrap' : undefined}>
        {text.startsWith(label) ? text : `${label} ${text}`}, <span className="app-nowrap">{clinicalDate(on)}</span>
      </span>{' '}
      {isStale ? <Tag colour="yellow">Out of date</Tag> : null}
    </div>
  )
}

function Trials({ candidates, trialsLeftOut, isSetByClinician, referrals, marks }: ListedPatient) {
  return (
    <div>
      {marks.includes('noResearch') ? 'Patient’s wish: none' : <Candidates {...{ candidates, trialsLeftOut }} />}
      <SetByClinicianTag isSet={isSetByClinician} />
      <Referrals referrals={referrals} />
    </div>
  )
}

function Candidates({ candidates, trialsLeftOut }: Pick<ListedPatient, 'candidates' | 'trialsLeftOut'>) {
  if (candidates === null) return 'Not screened yet'
  const summary = candidateSummary(candidates)
  const leftOut =
    trialsLeftOut === 0 ? null : (
      <div className="app-cell-note">{counted(trialsLeftOut, 'trial')} left out by the patient’s wish</div>
    )
  if (summary === null) {
    return (
      <>
        {leftOut === null ? 'No trial found' : 'No other trial found'}
        {leftOut}
      </>
    )
  }
  return (
    <>
      {summary.total}
      <div className="app-cell-note">{summary.best}</div>
      {summary.toRead === null ? null : <div className="app-cell-note">{summary.toRead}</div>}
      {leftOut}
    </>
  )
}

function Referrals({ referrals }: Pick<ListedPatient, 'referrals'>) {
  if (referrals.length === 0) return <div className="app-cell-note">No referral</div>
  return (
    <div className="app-cell-note">
      {referrals.map((referral) => (
        <div key={referral.referralId}>
          <ReferralLink referral={referral} />
        </div>
      ))}
    </div>
  )
}

function Upkeep({ consultant, updatedAt }: ListedPatient) {
  return (
    <div className="app-cell-note">
      {consultant ?? `Consultant ${notKnown.toLowerCase()}`}
      <div className="app-nowrap">{clinicalDate(londonDate(updatedAt))}</div>
    </div>
  )
}
