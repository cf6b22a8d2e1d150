import { Link } from 'react-router'
import type { components } from '#api/schema.ts'
import { pathTo } from '../../data/paths.ts'
import { clinicalDate } from '../../format/dates.ts'
import { nhsNumberText } from '../../format/nhs-number.ts'
import { patientName } from '../../format/person-name.ts'
import { ClockTag } from '../../ui/clock-tag.tsx'
import type { DataColumn } from '../../ui/data-table.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'

type ReferralRow = components['schemas']['ReferralRow']
type Column = DataColumn<ReferralRow>

const patient: Column = {
  id: 'patient',
  header: 'Patient',
  isRowHeader: true,
  cell: (row) => (
    <Link to={row.status === 'referral-draft' ? pathTo.referralDraft(row.referralId) : pathTo.referral(row.referralId)}>
      {patientName(row.patient.name)}
    </Link>
  ),
}
const bornOn: Column = {
  id: 'bornOn',
  header: 'Born',
  isUnbroken: true,
  cell: (row) => clinicalDate(row.patient.bornOn),
}
const nhsNumber: Column = {
  id: 'nhsNumber',
  header: 'NHS No.',
  isUnbroken: true,
  cell: (row) => nhsNumberText(row.patient.nhsNumber),
}
const trial: Column = { id: 'trial', header: 'Trial', cell: (row) => row.trial.title }
const site: Column = { id: 'site', header: 'Site', cell: (row) => row.site?.name ?? 'Not chosen yet' }
const from: Column = { id: 'from', header: 'From', cell: (row) => row.fromOrganisation.name }
const status: Column = { id: 'status', header: 'Status', cell: (row) => <StatusTag status={row.status} /> }
const clock: Column = { id: 'clock', header: 'Clock', cell: (row) => <ClockTag clock={row.clock} /> }
const days: Column = {
  id: 'daysSinceReferral',
  header: 'Days since referral',
  isNumeric: true,
  cell: (row) => row.daysSinceReferral ?? 'Not sent',
}
const referrer: Column = { id: 'referrer', header: 'Referrer', cell: (row) => row.referrer }

/** Whoever sent a referral wants to know where it went, whoever received it where it came from. */
export const columnsOfReferrer: readonly Column[] = [
  ...[patient, bornOn, nhsNumber, trial, site],
  ...[status, clock, days, referrer],
]
export const columnsOfSite: readonly Column[] = [
  ...[patient, bornOn, nhsNumber, trial, from],
  ...[status, clock, days, referrer],
]
