import { Link } from 'react-router'
import type { components } from '#api/schema.ts'
import { pathTo } from '../../data/paths.ts'
import { clinicalDate } from '../../format/dates.ts'
import { nhsNumberText } from '../../format/nhs-number.ts'
import { patientName } from '../../format/person-name.ts'
import { ClockTag } from '../../ui/clock-tag.tsx'
import type { DataColumn } from '../../ui/data-table.tsx'
import { ReferralNoticeTags } from '../../ui/referral-notices.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'

type ReferralRow = components['schemas']['ReferralRow']
type Column = DataColumn<ReferralRow>

/** Name, date of birth and NHS number stand together, so that two people of one name are told apart. */
const patient: Column = {
  id: 'patient',
  header: 'Patient',
  isRowHeader: true,
  cell: ({ referralId, status, notices, patient: { name, bornOn, nhsNumber } }) => (
    <>
      <Link to={status === 'referral-draft' ? pathTo.referralDraft(referralId) : pathTo.referral(referralId)}>
        {patientName(name)}
      </Link>
      <div className="app-nowrap">Born {clinicalDate(bornOn)}</div>
      <div className="app-nowrap">NHS No. {nhsNumberText(nhsNumber)}</div>
      <ReferralNoticeTags notices={notices} />
    </>
  ),
}
const trial: Column = { id: 'trial', header: 'Trial', cell: (row) => row.trial.title }
const site: Column = { id: 'site', header: 'Site', cell: (row) => row.site?.name ?? 'Not chosen yet' }
const from: Column = { id: 'from', header: 'From', cell: (row) => row.fromOrganisation?.name ?? 'Not shown' }
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
export const columnsOfReferrer: readonly Column[] = [patient, trial, site, status, clock, days, referrer]
export const columnsOfSite: readonly Column[] = [patient, trial, from, status, clock, days, referrer]
