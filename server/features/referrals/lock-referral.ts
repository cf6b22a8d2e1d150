import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { conflict } from '#domain/referral/referral-refusals.ts'
import type { Caller, Trx } from '../../plugins/operation.ts'
import { toProblem } from '../../plugins/problem.ts'
import type { ReferralViewer } from '../../referral-rows/referral-viewer.ts'
import { describeReferral } from './describe-referral.ts'
import { viewerOf } from './referral-policy.ts'
import { findReferral, type StoredReferral } from './referral-repository.ts'
import { unseenReferral } from './unseen-referral.ts'

export interface ReferralChange {
  readonly trx: Trx
  readonly caller: Caller
  readonly asOf: CalendarDate
  readonly now: Date
  readonly params: { readonly referralId: string }
  readonly headers: { readonly 'if-match': string }
}

/**
 * The referral that is about to be changed, held until the transaction ends, so that of two changes made from the same
 * version only one succeeds.
 *
 * @throws Problem 404 where the caller may not see it, 403 at its site where the caller is on no log for it, 412 with the version stored now where that is another one
 */
export async function lockReferral(
  change: ReferralChange,
): Promise<{ readonly viewer: ReferralViewer; readonly stored: StoredReferral }> {
  const { trx, caller, asOf, now, params, headers } = change
  const viewer = viewerOf(caller)
  const stored = await findReferral(trx, viewer, params.referralId, { isLocked: true })
  if (!stored) throw await unseenReferral(trx, caller, asOf, params.referralId)
  if (headers['if-match'] !== `"${stored.version}"`) {
    const current = await describeReferral({ trx, caller, asOf, now, referralId: params.referralId })
    throw toProblem(conflict, { current })
  }
  return { viewer, stored }
}
