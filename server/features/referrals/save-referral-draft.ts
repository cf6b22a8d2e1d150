import { notADraft } from '#domain/referral/referral-refusals.ts'
import type { Operation } from '../../plugins/operation.ts'
import { toProblem } from '../../plugins/problem.ts'
import { answerWithReferral } from './answer-with-referral.ts'
import { lockReferral } from './lock-referral.ts'
import { receivingSite } from './receiving-site.ts'
import { actorOf, mayEditDraft } from './referral-policy.ts'
import { updateReferral } from './referral-repository.ts'

/** Keeps what is typed into a draft. A site may still be missing; one that is named must be able to receive it. */
export const saveReferralDraft: Operation<'saveReferralDraft'> = async (asked) => {
  const { trx, caller, asOf, now, params, body } = asked
  const { viewer, stored } = await lockReferral(asked)
  if (!mayEditDraft(stored, actorOf(caller, viewer, stored.trialId))) throw toProblem(notADraft)
  const { siteId, withheldItemIds, message } = body
  if (siteId !== null) await receivingSite(trx, { trialId: stored.trialId, siteId })
  await updateReferral(trx, stored, {
    site_id: siteId,
    withheld_item_ids: withheldItemIds,
    message,
    last_event_at: now,
  })
  return answerWithReferral({ trx, caller, asOf, now, referralId: params.referralId })
}
