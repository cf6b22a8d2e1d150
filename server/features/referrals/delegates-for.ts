import type { Delegate } from '#domain/access/delegation.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { readDelegates } from '../../delegation-rows/delegation-log-repository.ts'
import type { Trx } from '../../plugins/operation.ts'
import type { ReferralViewer } from '../../referral-rows/referral-viewer.ts'

/** Who of the viewer's site is on the log of a trial; the referrer's end is told of nobody there. */
export async function delegatesFor(
  trx: Trx,
  { side, organisationId }: ReferralViewer,
  trialId: string,
  asOf: CalendarDate,
): Promise<readonly Delegate[]> {
  return side === 'site' ? readDelegates(trx, { organisationId, trialId }, asOf) : []
}
