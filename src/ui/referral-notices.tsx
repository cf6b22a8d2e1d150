import type { components } from '#api/schema.ts'
import { noticeText } from '#domain/patient-wishes/wish-sentences.ts'
import { Notice } from './notice.tsx'
import { Tag } from './tag.tsx'

type Notices = Pick<components['schemas']['ReferralRow'], 'notices'>

/** What both ends of a referral must know of the patient, above everything else on its page. */
export function ReferralNotices({ notices }: Notices) {
  return notices.map((notice) => (
    <Notice key={`${notice.kind} ${notice.since} ${notice.routes.join()}`} kind="warning" title={titles[notice.kind]}>
      <p>{noticeText(notice)}</p>
    </Notice>
  ))
}

/** The same in a row of a list. */
export function ReferralNoticeTags({ notices }: Notices) {
  const kinds = [...new Set(notices.map(({ kind }) => kind))]
  return kinds.map((kind) => (
    <div key={kind}>
      <Tag colour={kind === 'noContact' ? 'yellow' : 'orange'}>{titles[kind]}</Tag>
    </div>
  ))
}

const titles = {
  died: 'The patient has died',
  noResearch: 'Patient’s wish: not this trial',
  noContact: 'Patient’s wish: not by every way of contact',
  sensitive: 'Sensitive record',
} as const
