import { Link } from 'react-router'
import type { components } from '#api/schema.ts'
import { agreementMethods } from '#domain/referral/patient-agreement.ts'
import { pathTo } from '../../data/paths.ts'
import { counted } from '../../format/counts.ts'
import { clinicalDate } from '../../format/dates.ts'
import { ClockTag } from '../../ui/clock-tag.tsx'
import { RecruitmentStatusTag } from '../../ui/recruitment-status-tag.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'

type Referral = components['schemas']['Referral']

/** Where the referral stands, between whom, and on whose agreement. */
export function ReferralStanding({ referral: { referral, agreement } }: { readonly referral: Referral }) {
  const { trial, site } = referral
  return (
    <SummaryList
      rows={[
        { label: 'Status', value: <StatusTag status={referral.status} /> },
        { label: 'Clock', value: <ClockTag clock={referral.clock} /> },
        {
          label: 'Trial',
          value: (
            <>
              <Link to={pathTo.trial(trial.trialId)}>{trial.title}</Link>{' '}
              <RecruitmentStatusTag status={trial.recruitmentStatus} />
            </>
          ),
        },
        { label: 'Site', value: site === null ? 'Not chosen yet' : site.name },
        { label: 'From', value: fromText(referral) },
        { label: 'Sent', value: sentText(referral) },
        ...(referral.isExpedited ? [{ label: 'Pace', value: 'Expedited: half of the usual time for every step' }] : []),
        { label: 'Agreement of the patient', value: agreementText(agreement) },
      ]}
    />
  )
}

function fromText({ referrer, fromOrganisation }: Referral['referral']): string {
  return fromOrganisation === null
    ? `${referrer}. Hospital not shown: sensitive record`
    : `${referrer}, ${fromOrganisation.name}`
}

function sentText({ sentOn, daysSinceReferral }: Referral['referral']): string {
  if (sentOn === null) return 'Not sent'
  if (daysSinceReferral === null) return clinicalDate(sentOn)
  return `${clinicalDate(sentOn)}, ${daysSinceReferral === 0 ? 'today' : `${counted(daysSinceReferral, 'day')} ago`}`
}

function agreementText(agreement: Referral['agreement']): string {
  if (agreement === null) return 'Not recorded'
  const { agreedOn, how, recordedBy } = agreement
  return `${clinicalDate(agreedOn)}, ${agreementMethods[how].toLowerCase()}, recorded by ${recordedBy}`
}
