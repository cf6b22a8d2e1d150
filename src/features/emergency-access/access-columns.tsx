import { Link } from 'react-router'
import type { components } from '#api/schema.ts'
import { emergencyReasonLabel } from '#domain/access/emergency-access.ts'
import { roleLabel } from '#domain/access/role.ts'
import { paths, withSearch } from '../../data/paths.ts'
import { clinicalDate, clinicalInstant } from '../../format/dates.ts'
import { nhsNumberText } from '../../format/nhs-number.ts'
import { patientName } from '../../format/person-name.ts'
import type { DataColumn } from '../../ui/data-table.tsx'
import { Muted } from '../../ui/muted.tsx'
import { Tag } from '../../ui/tag.tsx'
import { outcomeWords } from './review-words.ts'

type Access = components['schemas']['EmergencyAccess']

/** Whose record, who opened it, when and why, and what was said of it. */
export function accessColumns(onReview: (accessId: string) => void): readonly DataColumn<Access>[] {
  return [
    { id: 'patient', header: 'Patient', isRowHeader: true, cell: ({ patient }) => <Patient patient={patient} /> },
    {
      id: 'who',
      header: 'Opened by',
      cell: ({ name, role }) => (
        <>
          {name}
          <Muted isBelow>{roleLabel(role)}</Muted>
        </>
      ),
    },
    {
      id: 'when',
      header: 'When',
      cell: ({ beganAt, endsAt }) => (
        <>
          <span className="app-nowrap">{clinicalInstant(beganAt)}</span>
          <Muted isBelow>Open until {clinicalInstant(endsAt)}</Muted>
        </>
      ),
    },
    {
      id: 'why',
      header: 'Why',
      isProse: true,
      cell: ({ reasonCode, reason }) => (
        <>
          {emergencyReasonLabel(reasonCode)}
          <Muted isBelow>{reason}</Muted>
        </>
      ),
    },
    { id: 'review', header: 'Review', isProse: true, cell: (access) => <Review access={access} onReview={onReview} /> },
  ]
}

/** The button that opens the form for one opening; the focus returns to it. */
export function reviewButtonId(accessId: string): string {
  return `review-${accessId}`
}

function Patient({ patient: { patientId, name, bornOn, nhsNumber } }: Pick<Access, 'patient'>) {
  return (
    <>
      {patientName(name)}
      <Muted isBelow>
        <span className="app-nowrap">Born {clinicalDate(bornOn)}</span>,{' '}
        <span className="app-nowrap">NHS No. {nhsNumberText(nhsNumber)}</span>
      </Muted>
      <div>
        <Link to={withSearch(paths.accessLog, { patient: patientId })}>
          Who saw this patient<span className="nhsuk-u-visually-hidden">: {patientName(name)}</span>
        </Link>
      </div>
    </>
  )
}

function Review({ access, onReview }: { readonly access: Access; readonly onReview: (accessId: string) => void }) {
  const { accessId, review, name, patient } = access
  if (review === null) {
    return (
      <button
        type="button"
        className="app-link-button"
        id={reviewButtonId(accessId)}
        onClick={() => onReview(accessId)}
      >
        Review
        <span className="nhsuk-u-visually-hidden">
          : {name}, record of {patientName(patient.name)}
        </span>
      </button>
    )
  }
  const { label, colour } = outcomeWords[review.outcome]
  return (
    <>
      <Tag colour={colour}>{label}</Tag>
      <div>{review.note}</div>
      <Muted isBelow>
        {review.by}, {clinicalInstant(review.at)}
      </Muted>
    </>
  )
}
