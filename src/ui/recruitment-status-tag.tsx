import type { TagColour } from '#domain/referral/referral-status.ts'
import type { RecruitmentStatus } from '#domain/trial/recruitment-status.ts'
import { finerStatusText } from '#domain/trial/registry-status-words.ts'
import { Tag } from './tag.tsx'

type RecruitmentStatusTagProps = {
  readonly status: RecruitmentStatus
  /** The registry's code, where it is known: it may say more, for example that a trial was terminated. */
  readonly registryStatus?: string
}

/** Whether a trial or a site takes patients. */
export function RecruitmentStatusTag({ status, registryStatus = '' }: RecruitmentStatusTagProps) {
  const { label, colour } = recruitmentStatusWords[status]
  return <Tag colour={colour}>{finerStatusText(status, registryStatus) ?? label}</Tag>
}

/** The words for each status, also for filters and sentences. */
export const recruitmentStatusWords: Readonly<Record<RecruitmentStatus, { label: string; colour: TagColour }>> = {
  open: { label: 'Open', colour: 'green' },
  unknown: { label: 'Not known', colour: 'white' },
  setup: { label: 'In set-up', colour: 'blue' },
  paused: { label: 'Paused', colour: 'yellow' },
  'closed-to-recruitment': { label: 'Closed to recruitment', colour: 'orange' },
  'follow-up': { label: 'In follow-up', colour: 'purple' },
  completed: { label: 'Completed', colour: 'grey' },
  withdrawn: { label: 'Withdrawn', colour: 'grey' },
}
