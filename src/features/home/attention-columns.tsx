import { Link } from 'react-router'
import type { components } from '#api/schema.ts'
import { pathTo } from '../../data/paths.ts'
import { clinicalDate } from '../../format/dates.ts'
import { nhsNumberText } from '../../format/nhs-number.ts'
import { notKnown } from '../../format/not-known.ts'
import { patientName } from '../../format/person-name.ts'
import { ClockTag } from '../../ui/clock-tag.tsx'
import type { DataColumn } from '../../ui/data-table.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'

type ReferralRow = components['schemas']['ReferralRow']

export const attentionColumns: readonly DataColumn<ReferralRow>[] = [
  {
    id: 'patient',
    header: 'Patient',
    isRowHeader: true,
    cell: ({ referralId, patient, status }) => (
      <Link to={status === 'referral-draft' ? pathTo.referralDraft(referralId) : pathTo.referral(referralId)}>
        {patientName(patient.name)}
      </Link>
    ),
  },
  { id: 'bornOn', header: 'Born', isUnbroken: true, cell: ({ patient }) => clinicalDate(patient.bornOn) },
  { id: 'nhsNumber', header: 'NHS No.', isUnbroken: true, cell: ({ patient }) => nhsNumberText(patient.nhsNumber) },
  { id: 'trial', header: 'Trial', cell: ({ trial }) => trial.title },
  { id: 'site', header: 'Site', cell: ({ site }) => site?.name ?? notKnown },
  { id: 'status', header: 'Status', cell: ({ status }) => <StatusTag status={status} /> },
  { id: 'clock', header: 'Clock', cell: ({ clock }) => <ClockTag clock={clock} /> },
]
