import { refuseIdentifyingText } from '#domain/disclosure/outbound-text.ts'
import { checkTransition } from '#domain/referral/check-transition.ts'
import { sendByForm, takesNoDate } from '#domain/referral/referral-refusals.ts'
import { stepRefusal } from '#domain/referral/step-refusal.ts'
import { answerOnce } from '../../plugins/idempotency-repository.ts'
import type { Answer, Operation } from '../../plugins/operation.ts'
import { toProblem } from '../../plugins/problem.ts'
import { answerWithReferral } from './answer-with-referral.ts'
import { delegatesFor } from './delegates-for.ts'
import { lockReferral } from './lock-referral.ts'
import { recordStep } from './record-step.ts'
import { readConsentedOn } from './referral-event-repository.ts'
import { actorOf, partiesOf } from './referral-policy.ts'
import { readBornOn } from './referral-repository.ts'

/** Takes one step along the allowed transitions, once for each form. */
export const moveReferral: Operation<'moveReferral'> = (asked) => {
  const { trx, caller, audit, params, headers, body } = asked
  const content = { ...params, version: headers['if-match'], body }
  const once = { caller, audit, key: headers['idempotency-key'], operation: 'moveReferral', content }
  return answerOnce(trx, once, () => move(asked))
}

async function move(asked: Parameters<Operation<'moveReferral'>>[0]): Promise<Answer<'moveReferral'>> {
  const { trx, caller, asOf, now, params, body } = asked
  const { viewer, stored } = await lockReferral(asked)
  const { to, reasonCode, occurredOn } = body
  if (to === 'sent' && stored.status === 'referral-draft') throw toProblem(sendByForm)
  const check = checkTransition(
    {
      status: stored.status,
      ...partiesOf(stored),
      // These three bear on sending only, which has an operation of its own.
      isTrialRecruiting: false,
      agreement: null,
      bornOn: null,
      sentOn: stored.sentOn,
      consentedOn: await readConsentedOn(trx, stored.referralId),
      delegates: await delegatesFor(trx, viewer, stored.trialId, asOf),
    },
    to,
    actorOf(caller, viewer, stored.trialId),
    { asOf, reason: reasonCode, consentedOn: occurredOn, enrolledOn: occurredOn },
  )
  if (check.kind === 'refused') throw toProblem(stepRefusal(check, '/occurredOn'))
  if (check.transition.needs === null && occurredOn !== undefined) throw toProblem(takesNoDate)
  const named = refuseIdentifyingText('/note', body.note, await readBornOn(trx, stored, viewer.side))
  if (named !== null) throw toProblem(named)
  const note = body.note?.trim() || null
  const step = { to, reasonCode: reasonCode ?? null, note, occurredOn: occurredOn ?? null, changes: {} }
  await recordStep({ trx, caller, asOf, now, stored, ...step })
  return answerWithReferral({ trx, caller, asOf, now, referralId: params.referralId })
}
