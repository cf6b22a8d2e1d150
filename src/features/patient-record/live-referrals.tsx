import type { components } from '#api/schema.ts'
import { notKnown } from '../../format/not-known.ts'
import { ClockTag } from '../../ui/clock-tag.tsx'
import { ReferralLink } from '../../ui/referral-link.tsx'

type ReferralRow = components['schemas']['ReferralRow']

/** The referrals of this patient and where each stands. */
export function LiveReferrals({ referrals }: { readonly referrals: readonly ReferralRow[] }) {
  if (referrals.length === 0) return 'None'
  return (
    <ul className="nhsuk-list">
      {referrals.map(({ referralId, trial: { trialId, title: trialTitle }, status, site, clock }) => (
        <li key={referralId}>
          <span>{trialTitle}</span> <ReferralLink referral={{ referralId, trialId, trialTitle, status }} />{' '}
          <span>Site: {site?.name ?? notKnown.toLowerCase()}</span> <ClockTag clock={clock} />
        </li>
      ))}
    </ul>
  )
}
