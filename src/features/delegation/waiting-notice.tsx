import { counted } from '../../format/counts.ts'
import { Notice } from '../../ui/notice.tsx'

/** Referrals that were sent to a site and that nobody there is delegated to see. */
export function WaitingNotice({ count }: { readonly count: number }) {
  if (count === 0) return null
  return (
    <Notice
      kind="warning"
      title={`${counted(count, 'referral waits', 'referrals wait')} that nobody at your site can see`}
    >
      <p>
        Nobody is on the log of the trial today. An administrator of your organisation puts the principal investigator
        on it, and either of them everybody else.
      </p>
    </Notice>
  )
}
