import { Link, useLoaderData } from 'react-router'
import { pathTo } from '../../data/paths.ts'
import { useSession } from '../../data/session.ts'
import { EmergencyBanner } from '../../ui/emergency-banner.tsx'
import { IdentityBanner } from '../../ui/identity-banner.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ReferralNotices } from '../../ui/referral-notices.tsx'
import { DraftForm } from './draft-form.tsx'
import type { loadReferralDraft } from './load-referral-draft.ts'

/** Refer a patient to a trial: choose a site, see what will be shared, record the agreement, send. */
export function ReferralDraftPage() {
  const { draft, patient, sites } = useLoaderData<typeof loadReferralDraft>()
  const { today } = useSession()
  const { referralId, trial } = draft.referral
  return (
    <>
      <IdentityBanner patient={patient} today={today} />
      <EmergencyBanner relationship={patient.relationship} />
      <PageHeading title={`Refer to ${trial.title}`} caption={trial.registryId} documentTitle="Refer a patient">
        <Link to={pathTo.patient(patient.patientId)}>Patient record</Link>
        <Link to={pathTo.trial(trial.trialId)}>Trial</Link>
        <Link to={pathTo.referral(referralId)}>History, or cancel this draft</Link>
      </PageHeading>
      <ReferralNotices notices={draft.referral.notices} />
      <DraftForm key={referralId} draft={draft} patient={patient} sites={sites} />
    </>
  )
}
