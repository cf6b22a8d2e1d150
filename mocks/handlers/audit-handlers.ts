import * as v from 'valibot'
import { auditActions, auditOutcomes } from '#domain/audit/audit-action.ts'
import { onOperation } from '../http/on-operation.ts'
import { Problem } from '../http/problem.ts'
import { limit, one } from '../http/query-fields.ts'
import { calendarDate, text, uuid } from '../http/request-fields.ts'
import { privacyOfficers } from '../http/role-groups.ts'

const action = v.picklist(auditActions.map((each) => each.action))
const outcome = v.picklist(auditOutcomes.map((each) => each.outcome))

const listQuery = v.strictObject({
  patientId: v.exactOptional(one(uuid)),
  accountId: v.exactOptional(one(uuid)),
  action: v.exactOptional(one(action)),
  outcome: v.exactOptional(one(outcome)),
  from: v.exactOptional(one(calendarDate)),
  to: v.exactOptional(one(calendarDate)),
  after: v.exactOptional(one(uuid)),
  limit: v.exactOptional(limit),
})
const filters = v.strictObject({
  patientId: v.exactOptional(uuid),
  accountId: v.exactOptional(uuid),
  action: v.exactOptional(action),
  outcome: v.exactOptional(outcome),
  from: v.exactOptional(calendarDate),
  to: v.exactOptional(calendarDate),
})
const search = v.strictObject({ number: text(1, 40) })

const reading = { status: 200, roles: privacyOfficers } as const

/** The access log: a log that ends with the page, kept by the page itself, would prove nothing, so there is none here. */
export const auditHandlers = [
  onOperation('get', '/audit/events', { ...reading, query: listQuery }, notInDemonstration),
  onOperation('post', '/audit/events/export', { ...reading, body: filters }, notInDemonstration),
  onOperation('post', '/audit/patients/search', { ...reading, body: search }, notInDemonstration),
  onOperation('get', '/audit/patients/{patientId}/access-report', reading, notInDemonstration),
]

function notInDemonstration(): never {
  throw new Problem(
    501,
    'not-in-demo',
    'The access log needs the server',
    'This page runs without a server, so nothing of what is done here is written down.',
    'Start the whole service, and sign in there as a privacy officer.',
  )
}
