import { Link } from 'react-router'
import type { components } from '#api/schema.ts'
import { pathTo } from '../data/paths.ts'
import { StatusTag } from './status-tag.tsx'

type ReferralLinkProps = { readonly referral: components['schemas']['ReferralTag'] }

/** Where a referral stands, and the way to it: a draft is continued, anything else is tracked. */
export function ReferralLink({ referral: { referralId, trialTitle, status } }: ReferralLinkProps) {
  const isDraft = status === 'referral-draft'
  return (
    <span>
      <StatusTag status={status} />{' '}
      <Link to={isDraft ? pathTo.referralDraft(referralId) : pathTo.referral(referralId)}>
        {isDraft ? 'Continue draft' : 'Track'}{' '}
        <span className="nhsuk-u-visually-hidden">the referral to {trialTitle}</span>
      </Link>
    </span>
  )
}
