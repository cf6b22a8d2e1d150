import { useState } from 'react'
import { Link, useFetcher } from 'react-router'
import { pathTo } from '../../data/paths.ts'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { ReferralLink } from '../../ui/referral-link.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import type { createReferral } from './create-referral.ts'
import type { Candidate } from './group-candidates.ts'

type ReferOrTrackProps = { readonly patientId: string; readonly candidate: Candidate }

/** A live referral is tracked; without one, a trial with an open site that reads referrals here can be referred to. */
export function ReferOrTrack({ patientId, candidate }: ReferOrTrackProps) {
  const fetcher = useFetcher<typeof createReferral>()
  const [idempotencyKey] = useState(() => crypto.randomUUID())
  const { trialId, title, referral } = candidate
  const problem = fetcher.data?.problem
  const way = wayToRefer(candidate)
  return (
    <>
      <ProblemSummary problem={problem} fieldIds={[]} />
      {problem?.referralId && referral === null ? (
        <p>
          <Link to={pathTo.referral(problem.referralId)}>Track the referral that there is</Link>
        </p>
      ) : null}
      {referral === null ? null : (
        <p>
          <ReferralLink referral={referral} />
        </p>
      )}
      {referral === null && way === 'here' ? (
        <fetcher.Form method="post" action={pathTo.patient(patientId)}>
          <input type="hidden" name="trialId" value={trialId} />
          <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
          <SubmitButton
            isPending={fetcher.state !== 'idle'}
            kind={invitesReferral(candidate) ? 'primary' : 'secondary'}
            isSmall
          >
            Refer <span className="nhsuk-u-visually-hidden">to {title}</span>
          </SubmitButton>
        </fetcher.Form>
      ) : null}
      {referral === null && way === 'atSite' ? (
        <p>
          No site of this trial takes referrals through this service. Contact the site:{' '}
          <Link to={`${pathTo.trial(trialId)}#sites`}>
            sites <span className="nhsuk-u-visually-hidden">of {title}</span>
          </Link>
        </p>
      ) : null}
    </>
  )
}

/** Where the data held speak against the trial, now or at all, a referral stays possible and is not what is proposed. */
function invitesReferral({ outcome }: Candidate): boolean {
  return outcome !== 'notYet' && outcome !== 'notMatched'
}

/** Nobody is referred to a trial that is closed or open nowhere here, nor through this service where nobody reads it. */
function wayToRefer({ recruitmentStatus, sites }: Candidate): 'here' | 'atSite' | null {
  const open = recruitmentStatus === 'open' ? sites.filter((site) => site.recruitmentStatus === 'open') : []
  if (open.length === 0) return null
  return open.some(({ canReceive }) => canReceive) ? 'here' : 'atSite'
}
