import { randomUUID } from 'node:crypto'
import { referralNotices, refuseReferral } from '#domain/patient-wishes/referral-notice.ts'
import { liveReferral, noReceivingSite, trialNotOpen } from '#domain/referral/referral-refusals.ts'
import { readMindedPatient } from '../../patient-rows/minded-patient-repository.ts'
import { answerOnce } from '../../plugins/idempotency-repository.ts'
import type { Operation } from '../../plugins/operation.ts'
import { notFound, type Problem, toProblem } from '../../plugins/problem.ts'
import { clockColumns } from '../../referral-rows/clock-columns.ts'
import { answerWithReferral } from './answer-with-referral.ts'
import { hasReceivingSite } from './receiving-sites-repository.ts'
import { addEvent } from './referral-event-repository.ts'
import { viewerOf } from './referral-policy.ts'
import { addDraft, findLiveReferral, isPatientInScope } from './referral-repository.ts'
import { findTrial } from './referral-trial-repository.ts'

/** Begins a draft. A patient has one live referral to a trial, so the second is told of the first. */
export const createReferral: Operation<'createReferral'> = ({ trx, caller, asOf, now, headers, body, audit }) => {
  const once = { caller, audit, key: headers['idempotency-key'], operation: 'createReferral', content: body }
  return answerOnce(trx, once, async () => {
    const viewer = viewerOf(caller)
    const { patientId, trialId } = body
    if (!(await isPatientInScope(trx, patientId, viewer.scope))) throw notFound('patient')
    const minded = await readMindedPatient(trx, patientId)
    const unwanted = refuseReferral(minded, trialId)
    if (unwanted !== null) throw toProblem(unwanted)
    const live = await findLiveReferral(trx, body)
    if (live !== null) throw alreadyReferred(live)
    const trial = await findTrial(trx, trialId)
    if (!trial?.isOpenAtHome) throw toProblem(trialNotOpen)
    if (!(await hasReceivingSite(trx, trialId))) throw toProblem(noReceivingSite)

    const referralId = randomUUID()
    const status = 'referral-draft'
    const { isExpedited } = trial
    const entered = { entered_on: asOf, ...clockColumns({ status, enteredOn: asOf, isExpedited }) }
    if (
      !(await addDraft(trx, {
        referralId,
        patientId,
        trialId,
        viewer,
        isExpedited,
        entered,
        notices: referralNotices(minded, trialId),
        now,
      }))
    ) {
      throw alreadyReferred(await findLiveReferral(trx, body))
    }
    audit.referrals([referralId])
    await addEvent(trx, { referralId, caller, at: now, from: null, to: status })
    return answerWithReferral({ trx, caller, asOf, now, referralId })
  })
}

/** `referralId` is null where the other one ended again in the same moment. */
function alreadyReferred(referralId: string | null): Problem {
  return toProblem(liveReferral, referralId === null ? {} : { referralId })
}
