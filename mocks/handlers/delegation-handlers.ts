import * as v from 'valibot'
import { everyDuty } from '#domain/access/duty.ts'
import { addToLog, describeLog, endOnLog, listLogs } from '../answers/delegation/delegation-logs.ts'
import { answerOnce } from '../http/answer-once.ts'
import { onOperation } from '../http/on-operation.ts'
import { calendarDate, uuid } from '../http/request-fields.ts'
import { logKeepers, logReaders } from '../http/role-groups.ts'
import { clinicianReason } from './new-override.ts'

const once = v.object({ 'idempotency-key': uuid })
const newLine = v.strictObject({
  accountId: uuid,
  duty: v.picklist(everyDuty),
  startsOn: calendarDate,
  endsOn: v.nullable(calendarDate),
})

/** Who may do what on the trials of a site. */
export const delegationHandlers = [
  onOperation('get', '/delegation-logs', { status: 200, roles: logReaders }, (asked) => ({ body: listLogs(asked) })),

  onOperation(
    'get',
    '/trials/{trialId}/delegation-log',
    { status: 200, roles: logReaders },
    ({ params, ...asked }) => ({ body: describeLog(asked, params.trialId) }),
  ),

  onOperation(
    'post',
    '/trials/{trialId}/delegation-log',
    { status: 201, roles: logKeepers, headers: once, body: newLine },
    ({ params, headers, body, ...asked }) => {
      const content = { ...params, body }
      const request = { caller: asked.caller, key: headers['idempotency-key'], operation: 'addDelegation', content }
      return answerOnce(asked.state, request, () => ({ body: addToLog(asked, params.trialId, body) }))
    },
  ),

  onOperation(
    'post',
    '/trials/{trialId}/delegation-log/{entryId}/end',
    { status: 200, roles: logReaders, body: v.strictObject({ reason: clinicianReason }) },
    ({ params, body, ...asked }) => ({ body: endOnLog(asked, params, body.reason) }),
  ),
]
