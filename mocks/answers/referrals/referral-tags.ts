import type { components } from '#api/schema.ts'
import { isLiveStatus } from '#domain/referral/referral-status.ts'
import { compareKeys } from '../../paging/compare-keys.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'

type ReferralTag = components['schemas']['ReferralTag']

/** The referrals of a patient that still stand, in the order they were begun. */
export function referralTags({ referrals, trials }: DemonstrationState, patientId: string): ReferralTag[] {
  return [...referrals.values()]
    .filter((referral) => referral.patientId === patientId && isLiveStatus(referral.status))
    .toSorted((a, b) => compareKeys(a.createdAt, b.createdAt) || compareKeys(a.referralId, b.referralId))
    .map(({ referralId, trialId, status }) => ({
      referralId,
      trialId,
      trialTitle: trials.get(trialId)?.record.title ?? trialId,
      status,
    }))
}
