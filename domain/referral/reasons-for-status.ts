import { type ReferralReason, reasonsInList } from './referral-reasons.ts'
import { describeStatus, type ReferralStatus } from './referral-status.ts'

/** The coded reasons that may be given on entering a status, in list and code order; empty where none is taken. */
export function reasonsForStatus(status: ReferralStatus): readonly ReferralReason[] {
  return describeStatus(status).reasonLists.flatMap((list) => reasonsInList(list))
}
