import * as v from 'valibot'
import { relationshipTo } from '#domain/access/patient-scope.ts'
import { changeKinds } from '#domain/eligibility/news-kinds.ts'
import { listChanges, listPatientChanges, markChangesSeen } from '../answers/changes/list-changes.ts'
import { onOperation } from '../http/on-operation.ts'
import { notFound } from '../http/problem.ts'
import { one } from '../http/query-fields.ts'
import { distinct, uuid, wholeNumber } from '../http/request-fields.ts'
import { clinicians } from '../http/role-groups.ts'

const listQuery = v.strictObject({
  kind: v.exactOptional(one(v.picklist(changeKinds))),
  trialId: v.exactOptional(one(uuid)),
  seen: v.exactOptional(one(v.picklist(['unseen', 'all']))),
  after: v.exactOptional(one(uuid)),
  limit: v.exactOptional(
    one(v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'must be a whole number'), v.transform(Number), wholeNumber(1, 200))),
  ),
})

const seenBody = v.strictObject({
  changeIds: v.pipe(distinct(uuid, 500), v.minLength(1)),
})

/** What has changed for the patients of the caller's organisation. Reading marks nothing as seen. */
export const changeHandlers = [
  onOperation(
    'get',
    '/changes',
    { status: 200, roles: clinicians, query: listQuery },
    ({ state, caller: { accountId, scope }, asOf, query }) => ({
      body: listChanges(state, { scope, accountId, asOf, query }),
    }),
  ),

  onOperation(
    'post',
    '/changes/seen',
    { status: 204, roles: clinicians, body: seenBody },
    ({ state, caller: { accountId, scope }, body }) => {
      markChangesSeen(state, { scope, accountId }, body.changeIds)
      return { body: undefined }
    },
  ),

  onOperation(
    'get',
    '/patients/{patientId}/changes',
    { status: 200, roles: clinicians },
    ({ state, caller: { accountId, scope }, asOf, params: { patientId } }) => {
      const patient = state.patients.get(patientId)
      if (!patient || relationshipTo(scope, patient) === null) throw notFound('patient')
      return { body: listPatientChanges(state, { patientId, accountId, asOf }) }
    },
  ),
]
