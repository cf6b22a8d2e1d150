import type { components } from '#api/schema.ts'
import { withoutHospital, withoutHospitalOfSteps } from '#domain/access/known-place.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { readReach } from '../../patient-rows/relationship-repository.ts'
import type { Caller, Trx } from '../../plugins/operation.ts'
import { readReferralRows } from '../../referral-rows/referral-row-repository.ts'
import { readSharedRecord } from '../../referral-rows/shared-record-repository.ts'
import { readAgreement } from './agreement.ts'
import { delegatesFor } from './delegates-for.ts'
import { readEvents } from './referral-event-repository.ts'
import { actorOf, mayEditDraft, movesOfOthers, nextMoves, viewerOf } from './referral-policy.ts'
import { findReferral } from './referral-repository.ts'
import { unseenReferral } from './unseen-referral.ts'

type Referral = components['schemas']['Referral']

export interface ReferralQuestion {
  readonly trx: Trx
  readonly caller: Caller
  readonly asOf: CalendarDate
  readonly now: Date
  readonly referralId: string
}

/**
 * The whole referral as the caller may see it: the referrer everything, the site what was sent to it.
 *
 * @throws Problem 404 for a referral that is not the caller's to see, 403 at its site where the caller is on no log for it
 */
export async function describeReferral({ trx, caller, asOf, now, referralId }: ReferralQuestion): Promise<Referral> {
  const viewer = viewerOf(caller)
  const stored = await findReferral(trx, viewer, referralId, { isLocked: false })
  const [referral] = stored ? await readReferralRows(trx, { referralIds: [referralId], side: viewer.side, asOf }) : []
  if (!stored || !referral) throw await unseenReferral(trx, caller, asOf, referralId)
  const isReferrer = viewer.side === 'referrer'
  const { accountId } = caller
  const reach = isReferrer ? await readReach(trx, { accountId, now, scope: viewer.scope }, stored.patientId) : null
  // The site knows from whom it came.
  const knowsPlace = reach?.knowsPlace ?? true
  const steps = await readEvents(trx, referralId)
  const events = knowsPlace ? steps : withoutHospitalOfSteps(steps, referral.fromOrganisation?.name ?? null)
  const actor = actorOf(caller, viewer, stored.trialId)
  const delegates = await delegatesFor(trx, viewer, stored.trialId, asOf)
  return {
    referral: knowsPlace ? referral : withoutHospital(referral),
    relationship: reach?.relationship ?? null,
    message: stored.message,
    withheldItemIds: isReferrer ? stored.withheldItemIds : [],
    agreement: readAgreement(stored.agreement),
    sharedRecord: await readSharedRecord(trx, referralId, isReferrer ? stored.patientId : null),
    // How the draft came about stays with those who wrote it.
    events: isReferrer ? events : events.filter(({ to }) => to !== 'referral-draft'),
    moves: nextMoves(stored, actor),
    movesOfOthers: movesOfOthers(stored, actor, delegates),
    mayEditDraft: mayEditDraft(stored, actor),
  }
}
