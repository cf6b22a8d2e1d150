import { Link } from 'react-router'
import { paths } from '../../data/paths.ts'
import { counted } from '../../format/counts.ts'
import { Notice } from '../../ui/notice.tsx'

/** Says that the list is not all that was sent to the site: for some trials nobody is delegated to see it. */
export function WaitingForDelegate({ count }: { readonly count: number }) {
  if (count === 0) return null
  return (
    <Notice
      kind="warning"
      title={`${counted(count, 'referral to your site waits', 'referrals to your site wait')} that nobody can see`}
    >
      <p>
        Nobody is on the delegation log of the trial today. <Link to={paths.delegation}>See which trials</Link>, and ask
        an administrator of your organisation to put somebody on the log.
      </p>
    </Notice>
  )
}
