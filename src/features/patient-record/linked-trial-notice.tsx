import { Link } from 'react-router'
import { pathTo } from '../../data/paths.ts'
import { Notice } from '../../ui/notice.tsx'
import type { Candidate } from './group-candidates.ts'

type LinkedTrialNoticeProps = { readonly linkedId: string | null; readonly listed: readonly Candidate[] }

/** Who followed a link to a trial that is not listed here would otherwise look for it in vain. */
export function LinkedTrialNotice({ linkedId, listed }: LinkedTrialNoticeProps) {
  if (linkedId === null || listed.some(({ trialId }) => trialId === linkedId)) return null
  return (
    <Notice kind="information" title="The trial of your link is not listed for this patient">
      <p>
        It may be closed, for another cancer, or left out by the patient’s wish.{' '}
        <Link to={pathTo.trial(linkedId)}>Open the trial itself</Link>
      </p>
    </Notice>
  )
}
