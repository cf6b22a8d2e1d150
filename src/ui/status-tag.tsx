import { describeStatus, type ReferralStatus } from '#domain/referral/referral-status.ts'
import { Tag } from './tag.tsx'

/** The status of a referral in its own words and colour. */
export function StatusTag({ status }: { readonly status: ReferralStatus }) {
  const { label, tagColour } = describeStatus(status)
  return <Tag colour={tagColour}>{label}</Tag>
}
