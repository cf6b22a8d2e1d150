import * as v from 'valibot'
import type { agreementMethods } from '#domain/referral/patient-agreement.ts'
import { referralStatuses } from '#domain/referral/referral-status.ts'
import { moveReferral, saveDraft, sendDraft } from '../answers/referrals/change-referral.ts'
import { createReferral } from '../answers/referrals/create-referral.ts'
import { describeReferral } from '../answers/referrals/describe-referral.ts'
import { listReferrals } from '../answers/referrals/list-referrals.ts'
import { answerOnce } from '../http/answer-once.ts'
import { onOperation } from '../http/on-operation.ts'
import { flag, limit, one, several } from '../http/query-fields.ts'
import { calendarDate, ifMatch, text, uuid } from '../http/request-fields.ts'
import { clinicians, referralParties } from '../http/role-groups.ts'

export const referralStatusWords = referralStatuses.map(({ status }) => status)

const worklistQuery = v.strictObject({
  scope: v.exactOptional(one(v.picklist(['mine', 'organisation']))),
  status: v.exactOptional(several(v.picklist(referralStatusWords), 29)),
  clock: v.exactOptional(several(v.picklist(['none', 'onTime', 'due', 'overdue', 'escalated']), 5)),
  closed: v.exactOptional(flag),
  trialId: v.exactOptional(one(uuid)),
  minded: v.exactOptional(flag),
  sort: v.exactOptional(one(v.picklist(['dueOn', 'sentOn', 'lastEvent']))),
  after: v.exactOptional(one(uuid)),
  before: v.exactOptional(one(uuid)),
  limit: v.exactOptional(limit),
})

const onceHeaders = v.object({ 'idempotency-key': uuid })
const versionHeaders = v.object({ 'if-match': ifMatch })
const changeHeaders = v.object({ 'if-match': ifMatch, 'idempotency-key': uuid })

const newReferral = v.strictObject({ patientId: uuid, trialId: uuid })
const writing = {
  withheldItemIds: v.pipe(v.array(text(0, 80)), v.maxLength(500, 'must have at most 500 items')),
  message: text(0, 4000),
}
const draft = v.strictObject({ siteId: v.nullable(uuid), ...writing })
const referralToSend = v.strictObject({
  siteId: uuid,
  ...writing,
  agreement: v.strictObject({
    agreedOn: calendarDate,
    how: v.picklist(['in-person', 'telephone', 'video', 'written'] satisfies (keyof typeof agreementMethods)[]),
  }),
})
const move = v.strictObject({
  to: v.picklist(referralStatusWords),
  reasonCode: v.exactOptional(v.pipe(v.string(), v.regex(/^[A-Z]{2}[0-9]{2}$/, 'must be a reason code'))),
  note: v.exactOptional(text(0, 2000)),
  occurredOn: v.exactOptional(calendarDate),
})

/** A referral from draft to its end. Each end sees what belongs to it; each change is made from a known version. */
export const referralHandlers = [
  onOperation(
    'get',
    '/referrals',
    { status: 200, roles: referralParties, query: worklistQuery },
    ({ state, caller, query, asOf }) => ({ body: listReferrals(state, caller, { query, asOf }) }),
  ),

  onOperation(
    'post',
    '/referrals',
    { status: 201, roles: clinicians, headers: onceHeaders, body: newReferral },
    (asked) => {
      const { state, caller, headers, body } = asked
      const once = { caller, key: headers['idempotency-key'], operation: 'createReferral', content: body }
      return answerOnce(state, once, () => createReferral(asked, body))
    },
  ),

  onOperation('get', '/referrals/{referralId}', { status: 200, roles: referralParties }, ({ params, ...asked }) =>
    describeReferral({ ...asked, ...params }),
  ),

  onOperation(
    'put',
    '/referrals/{referralId}/draft',
    { status: 200, roles: clinicians, headers: versionHeaders, body: draft },
    ({ params, headers, body, ...asked }) => saveDraft({ ...asked, ...params, ifMatch: headers['if-match'] }, body),
  ),

  onOperation(
    'post',
    '/referrals/{referralId}/send',
    { status: 200, roles: clinicians, headers: changeHeaders, body: referralToSend },
    ({ params, headers, body, ...asked }) => {
      const ifMatch = headers['if-match']
      const content = { ...params, version: ifMatch, body }
      const once = { caller: asked.caller, key: headers['idempotency-key'], operation: 'sendReferral', content }
      return answerOnce(asked.state, once, () => sendDraft({ ...asked, ...params, ifMatch }, body))
    },
  ),

  onOperation(
    'post',
    '/referrals/{referralId}/moves',
    { status: 200, roles: referralParties, headers: changeHeaders, body: move },
    ({ params, headers, body, ...asked }) => {
      const ifMatch = headers['if-match']
      const content = { ...params, version: ifMatch, body }
      const once = { caller: asked.caller, key: headers['idempotency-key'], operation: 'moveReferral', content }
      return answerOnce(asked.state, once, () => moveReferral({ ...asked, ...params, ifMatch }, body))
    },
  ),
]
