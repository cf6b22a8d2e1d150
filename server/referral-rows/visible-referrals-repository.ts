import { type ReferralStatus, referralStatuses } from '#domain/referral/referral-status.ts'
import { isTerminal } from '#domain/referral/referral-transition.ts'
import type { Trx } from '../plugins/operation.ts'
import type { ReferralViewer } from './referral-viewer.ts'

/**
 * The referrals that a viewer may see at all, to be narrowed further: those the viewer's organisation wrote, or those
 * that were sent to it. Whatever reads referrals for somebody starts here.
 */
export function visibleReferrals(trx: Trx, { side, organisationId }: ReferralViewer) {
  const column = side === 'referrer' ? 'referral.from_organisation_id' : 'referral.to_organisation_id'
  return (
    trx
      .selectFrom('referral')
      .where(column, '=', organisationId)
      // A draft is nobody else's business, also when it already names a site.
      .$if(side === 'site', (query) => query.where('referral.sent_on', 'is not', null))
  )
}

/** Statuses that nothing follows: lists of what is under way leave them out. */
export const endedStatuses: readonly ReferralStatus[] = referralStatuses
  .map(({ status }) => status)
  .filter((status) => isTerminal(status))
