import { Link } from 'react-router'
import type { components } from '#api/schema.ts'
import { pathTo } from '../../data/paths.ts'
import { clinicalDate, londonDate } from '../../format/dates.ts'
import { matchGradeWords } from '../../format/match-grade.ts'
import { missingText } from '../../format/missing-item.ts'
import { nhsNumberText } from '../../format/nhs-number.ts'
import { notKnown } from '../../format/not-known.ts'
import { patientName } from '../../format/person-name.ts'
import type { DataColumn } from '../../ui/data-table.tsx'
import { ReferralLink } from '../../ui/referral-link.tsx'
import { Tag } from '../../ui/tag.tsx'
import { candidateWords } from './candidate-words.ts'
import type { ListedPatient } from './shared-surnames.ts'

/**
 * Name, date of birth and NHS number stand together, so that a patient is never known by the name alone. Dates that the
 * list can be sorted by stand under what they belong to, because a column for each would not fit beside the filters.
 */
export const patientColumns: readonly DataColumn<ListedPatient>[] = [
  { id: 'name', header: 'Patient', isRowHeader: true, isSortable: true, cell: (row) => <Identity {...row} /> },
  { id: 'cancerType', header: 'Cancer type', cell: (row) => <CancerType {...row} /> },
  { id: 'stage', header: 'Stage and ECOG', cell: (row) => <Extent {...row} /> },
  { id: 'candidates', header: 'Candidate trials', isSortable: true, cell: (row) => <Candidates {...row} /> },
  { id: 'missing', header: 'Missing', cell: ({ missing }) => missingText(missing) },
  { id: 'referrals', header: 'Referrals', cell: ({ referrals }) => <Referrals referrals={referrals} /> },
  { id: 'updated', header: 'Consultant and last update', isSortable: true, cell: (row) => <Upkeep {...row} /> },
]

function Identity({ patientId, name, bornOn, nhsNumber, sharesSurname }: ListedPatient) {
  return (
    <div>
      <Link to={pathTo.patient(patientId)}>{patientName(name)}</Link>
      <div>
        Born <span className="app-nowrap">{clinicalDate(bornOn)}</span>
      </div>
      <div>
        NHS No. <span className="app-nowrap">{nhsNumberText(nhsNumber)}</span>
      </div>
      {sharesSurname ? <Tag colour="yellow">Same surname in this list</Tag> : null}
    </div>
  )
}

function CancerType({ cancerType, matchGrade, diagnosedOn }: ListedPatient) {
  const grade = matchGradeWords[matchGrade]
  return (
    <div>
      {cancerType?.name}
      <div>{matchGrade === 'possible' ? <Tag colour="yellow">{grade}</Tag> : grade}</div>
      <div>
        Diagnosed <span className="app-nowrap">{clinicalDate(diagnosedOn)}</span>
      </div>
    </div>
  )
}

function Extent({ stage, performanceStatus }: ListedPatient) {
  return (
    <div>
      <Dated label="Stage" value={stage} />
      <Dated label="ECOG" value={performanceStatus} />
    </div>
  )
}

function Dated({
  label,
  value,
}: {
  readonly label: string
  readonly value: components['schemas']['DatedText'] | null
}) {
  if (value === null) {
    return (
      <div>
        {label} {notKnown.toLowerCase()}
      </div>
    )
  }
  const { text, on, isStale } = value
  return (
    <div>
      {text.startsWith(label) ? text : `${label} ${text}`}, <span className="app-nowrap">{clinicalDate(on)}</span>{' '}
      {isStale ? <Tag colour="yellow">Out of date</Tag> : null}
    </div>
  )
}

function Upkeep({ consultant, updatedAt }: ListedPatient) {
  return (
    <div>
      {consultant ?? `Consultant ${notKnown.toLowerCase()}`}
      <div className="app-nowrap">{clinicalDate(londonDate(updatedAt))}</div>
    </div>
  )
}

function Candidates({ candidates }: Pick<ListedPatient, 'candidates'>) {
  if (candidates === null) return 'Not screened yet'
  const words = candidateWords(candidates)
  if (words.length === 0) return 'None found'
  return (
    <div>
      {words.map((word) => (
        <div key={word}>{word}</div>
      ))}
    </div>
  )
}

function Referrals({ referrals }: Pick<ListedPatient, 'referrals'>) {
  if (referrals.length === 0) return 'None'
  return (
    <div>
      {referrals.map((referral) => (
        <div key={referral.referralId}>
          <ReferralLink referral={referral} />
        </div>
      ))}
    </div>
  )
}
