import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { Trx } from '../../plugins/operation.ts'
import type { ReferralViewer } from '../../referral-rows/referral-viewer.ts'
import { visibleReferrals } from '../../referral-rows/visible-referrals-repository.ts'

const mostShown = 10

/** Referrals of the viewer's organisation that are due or late, the longest overdue first. */
export async function readAttention(trx: Trx, viewer: ReferralViewer, asOf: CalendarDate): Promise<string[]> {
  const rows = await visibleReferrals(trx, viewer)
    .select('referral_id')
    .where('due_from', '<=', asOf)
    .orderBy('due_on')
    .orderBy('referral_id')
    .limit(mostShown)
    .execute()
  return rows.map(({ referral_id }) => referral_id)
}
