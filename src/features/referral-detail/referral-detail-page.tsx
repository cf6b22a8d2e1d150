import { useState } from 'react'
import { Link, useActionData, useLoaderData } from 'react-router'
import type { components } from '#api/schema.ts'
import { pathTo } from '../../data/paths.ts'
import { useTypedSearch } from '../../data/search-params.ts'
import { useSession } from '../../data/session.ts'
import { EmergencyBanner } from '../../ui/emergency-banner.tsx'
import { IdentityBanner } from '../../ui/identity-banner.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ReferralNotices } from '../../ui/referral-notices.tsx'
import type { loadReferral } from './load-referral.ts'
import type { moveReferral } from './move-referral.ts'
import { newerReferral } from './newer-referral.ts'
import { NextSteps } from './next-steps.tsx'
import { ReferralHistory } from './referral-history.tsx'
import { referralNotice } from './referral-notice.ts'
import { ReferralStanding } from './referral-standing.tsx'
import { SharedRecord } from './shared-record.tsx'

type Referral = components['schemas']['Referral']

/** One referral: who it is about, where it stands, what comes next, what was shared, and how it came so far. */
export function ReferralDetailPage() {
  const loaded = useLoaderData<typeof loadReferral>()
  return <ReferralView key={loaded.referral.referralId} loaded={loaded} />
}

function ReferralView({ loaded }: { readonly loaded: Referral }) {
  const { today } = useSession()
  const answer = useActionData<typeof moveReferral>()
  const referral = useNewest(loaded, answer?.kind === 'moved' ? answer.referral : answer?.problem?.current)
  const { referral: row, relationship, sharedRecord, message } = referral
  return (
    <>
      <IdentityBanner patient={{ ...row.patient, ...sharedIdentity(sharedRecord) }} today={today} />
      {relationship === null ? null : <EmergencyBanner relationship={relationship} />}
      <PageHeading title={`Referral to ${row.trial.title}`} caption={row.trial.registryId} documentTitle="Referral">
        {row.patient.patientId === null ? null : <Link to={pathTo.patient(row.patient.patientId)}>Patient record</Link>}
      </PageHeading>
      <Done label={answer?.kind === 'moved' ? answer.referral.referral.statusLabel : null} />
      <ReferralNotices notices={row.notices} />
      <ReferralStanding referral={referral} />
      {referral.mayEditDraft ? <OpenDraft referralId={row.referralId} /> : null}
      <NextSteps
        // A new form after each step taken, so that nothing of the one before stays in it.
        key={answer?.kind === 'moved' ? answer.referral.referral.version : 'first'}
        referral={referral}
        refused={answer?.kind === 'refused' ? answer : null}
      />
      {message === '' ? null : (
        <section aria-labelledby="message">
          <h2 className="nhsuk-heading-m" id="message">
            Message to the site
          </h2>
          <p style={{ whiteSpace: 'pre-line' }}>{message}</p>
        </section>
      )}
      {sharedRecord === null ? null : <SharedRecord record={sharedRecord} />}
      <ReferralHistory events={referral.events} />
    </>
  )
}

/** The newest of what was loaded and what was answered. A later failure without an answer does not bring old ones back. */
function useNewest(loaded: Referral, answered: Referral | undefined): Referral {
  const [known, setKnown] = useState(loaded)
  const newest = newerReferral(newerReferral(known, loaded), answered)
  if (newest !== known) setKnown(newest)
  return newest
}

function Done({ label }: { readonly label: string | null }) {
  const [{ done }] = useTypedSearch(referralNotice)
  if (label !== null) return <Notice kind="success" title={`Recorded: ${label}`} />
  if (done !== 'sent') return null
  return (
    <Notice kind="success" title="The referral was sent">
      <p>The site sees it in its list now. You can follow here what happens to it.</p>
    </Notice>
  )
}

function OpenDraft({ referralId }: { readonly referralId: string }) {
  return (
    <Notice kind="information" title="This referral has not been sent">
      <p>
        <Link to={pathTo.referralDraft(referralId)}>Continue the draft</Link>
      </p>
    </Notice>
  )
}

/** What the shared record adds to the name, for somebody who cannot see the patient's own record. */
function sharedIdentity(record: Referral['sharedRecord']) {
  if (record === null) return {}
  const sex = (['female', 'male', 'indeterminate'] as const).find((one) => one === record.sex)
  return { hospitalNumber: record.hospitalNumber, sex: sex ?? null }
}
