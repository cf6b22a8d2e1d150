import { refuseIdentifyingText } from '#domain/disclosure/outbound-text.ts'
import { referralNotices, refuseReferral } from '#domain/patient-wishes/referral-notice.ts'
import { checkTransition } from '#domain/referral/check-transition.ts'
import { recordChanged } from '#domain/referral/referral-refusals.ts'
import { stepRefusal } from '#domain/referral/step-refusal.ts'
import { readMindedPatient } from '../../patient-rows/minded-patient-repository.ts'
import { answerOnce } from '../../plugins/idempotency-repository.ts'
import type { Answer, Operation } from '../../plugins/operation.ts'
import { toProblem } from '../../plugins/problem.ts'
import { makeSharedRecord } from '../../referral-rows/shared-record.ts'
import { readSharing, storeSharedRecord } from '../../referral-rows/shared-record-repository.ts'
import { storedAgreement, toAgreement } from './agreement.ts'
import { answerWithReferral } from './answer-with-referral.ts'
import { lockReferral } from './lock-referral.ts'
import { receivingSite } from './receiving-site.ts'
import { recordStep } from './record-step.ts'
import { actorOf, partiesOf } from './referral-policy.ts'
import { readBornOn } from './referral-repository.ts'

/** Sends a draft: the agreement, the record shared and the step are one transaction, done once for each form. */
export const sendReferral: Operation<'sendReferral'> = (asked) => {
  const { trx, caller, audit, params, headers, body } = asked
  const content = { ...params, version: headers['if-match'], body }
  const once = { caller, audit, key: headers['idempotency-key'], operation: 'sendReferral', content }
  return answerOnce(trx, once, () => send(asked))
}

async function send(asked: Parameters<Operation<'sendReferral'>>[0]): Promise<Answer<'sendReferral'>> {
  const { trx, caller, asOf, now, params, body } = asked
  const { viewer, stored } = await lockReferral(asked)
  const minded = await readMindedPatient(trx, stored.patientId)
  const unwanted = refuseReferral(minded, stored.trialId)
  if (unwanted !== null) throw toProblem(unwanted)
  const site = await receivingSite(trx, { trialId: stored.trialId, siteId: body.siteId })
  const agreement = toAgreement(body.agreement, caller)
  const bornOn = await readBornOn(trx, stored, 'referrer')
  const check = checkTransition(
    {
      status: stored.status,
      ...partiesOf({ fromOrganisationId: stored.fromOrganisationId, toOrganisationId: site.organisationId }),
      isTrialRecruiting: site.effectiveStatus === 'open',
      agreement,
      sentOn: null,
      consentedOn: null,
      bornOn,
      delegates: [],
    },
    'sent',
    actorOf(caller, viewer, stored.trialId),
    { asOf },
  )
  if (check.kind === 'refused') throw toProblem(stepRefusal(check, '/agreement/agreedOn'))
  const named = refuseIdentifyingText('/message', body.message, bornOn)
  if (named !== null) throw toProblem(named)

  const { referralId, patientId, trialId } = stored
  const { withheldItemIds } = body
  const sharing = await readSharing(trx, { patientId, trialId, withheldItemIds, asOf })
  // What was held back must be found, or a corrected row would go out in its place unseen.
  const itemIds = new Set(sharing.items.map(({ itemId }) => itemId))
  if (withheldItemIds.some((id) => !itemIds.has(id))) throw toProblem(recordChanged)
  await storeSharedRecord(trx, { referralId, sharedAt: now, record: makeSharedRecord(sharing) })
  await recordStep({
    trx,
    caller,
    asOf,
    now,
    stored,
    to: 'sent',
    reasonCode: null,
    note: null,
    occurredOn: null,
    changes: {
      site_id: site.siteId,
      to_organisation_id: site.organisationId,
      sent_on: asOf,
      message: body.message,
      patient_notices: JSON.stringify(referralNotices(minded, trialId)),
      withheld_item_ids: withheldItemIds,
      agreement: storedAgreement(agreement, caller),
    },
  })
  return answerWithReferral({ trx, caller, asOf, now, referralId: params.referralId })
}
