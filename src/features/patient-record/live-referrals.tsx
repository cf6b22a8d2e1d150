import type { components } from '#api/schema.ts'
import { notKnown } from '../../format/not-known.ts'
import { ClockTag } from '../../ui/clock-tag.tsx'
import { ReferralLink } from '../../ui/referral-link.tsx'

type ReferralRow = components['schemas']['ReferralRow']

/** The referrals of this patient and where each stands. */
export function LiveReferrals({ referrals }: { readonly referrals: readonly ReferralRow[] }) {
  if (referrals.length === 0) return <p>This patient has no referral to a trial.</p>
  return (
    <ul className="nhsuk-list">
      {referrals.map(({ referralId, trial: { trialId, title: trialTitle }, status, site, clock }) => (
        <li key={referralId}>
          {trialTitle}
          <div>
            <ReferralLink referral={{ referralId, trialId, trialTitle, status }} />
          </div>
          <div>Site: {site?.name ?? notKnown.toLowerCase()}</div>
          <ClockTag clock={clock} />
        </li>
      ))}
    </ul>
  )
}
