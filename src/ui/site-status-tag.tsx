import type { TagColour } from '#domain/referral/referral-status.ts'
import type { RecruitmentStatus } from '#domain/trial/recruitment-status.ts'
import { recruitmentStatusWords } from './recruitment-status-tag.tsx'
import { Tag } from './tag.tsx'

type SiteStatus = { readonly status: RecruitmentStatus; readonly isStatusStated: boolean }

/** Whether a site takes patients; a site that has said nothing never reads as open. */
export function SiteStatusTag(site: SiteStatus) {
  const { label, colour } = siteStatusWords(site)
  return <Tag colour={colour}>{label}</Tag>
}

/** The words for the status of a site, also for sentences. */
export function siteStatusWords({ status, isStatusStated }: SiteStatus): { label: string; colour: TagColour } {
  return status === 'open' && !isStatusStated ? openNotConfirmed : recruitmentStatusWords[status]
}

const openNotConfirmed = { label: 'Trial open, site not confirmed', colour: 'yellow' } as const
