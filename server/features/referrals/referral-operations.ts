import type { Operation } from '../../plugins/operation.ts'
import { answerWithReferral } from './answer-with-referral.ts'
import { createReferral } from './create-referral.ts'
import { listReferrals } from './list-referrals.ts'
import { moveReferral } from './move-referral.ts'
import { saveReferralDraft } from './save-referral-draft.ts'
import { sendReferral } from './send-referral.ts'

/** A referral from draft to its end. Each end sees what belongs to it; each change is made from a known version. */
export const referralOperations: {
  readonly listReferrals: Operation<'listReferrals'>
  readonly createReferral: Operation<'createReferral'>
  readonly getReferral: Operation<'getReferral'>
  readonly saveReferralDraft: Operation<'saveReferralDraft'>
  readonly sendReferral: Operation<'sendReferral'>
  readonly moveReferral: Operation<'moveReferral'>
} = {
  listReferrals,
  createReferral,
  getReferral: ({ trx, caller, asOf, now, params }) =>
    answerWithReferral({ trx, caller, asOf, now, referralId: params.referralId }),
  saveReferralDraft,
  sendReferral,
  moveReferral,
}
