import * as v from 'valibot'
import { relationshipTo } from '#domain/access/patient-scope.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { contactRoutes, wishTellers } from '#domain/patient-wishes/research-wish.ts'
import type { WishAct } from '#domain/patient-wishes/wish-event.ts'
import { changeWishes, readWishes } from '../answers/patients/change-wishes.ts'
import { answerOnce } from '../http/answer-once.ts'
import type { Caller } from '../http/caller.ts'
import { onOperation } from '../http/on-operation.ts'
import { notFound } from '../http/problem.ts'
import { calendarDate, distinct, ifMatch, uuid } from '../http/request-fields.ts'
import { clinicians } from '../http/role-groups.ts'
import type { DemonstrationState } from '../state/demonstration-state.ts'
import type { HeldPatient } from '../state/held-patient.ts'
import { clinicianReason } from './new-override.ts'

const toldBy = v.picklist(wishTellers)
const newWish = v.strictObject({
  scope: v.picklist(['all', 'trial', 'contact']),
  trialId: v.nullable(uuid),
  routes: distinct(v.picklist(contactRoutes), 3),
  statedOn: calendarDate,
  toldBy,
  reviewOn: v.nullable(calendarDate),
})
const withdrawal = v.strictObject({ withdrawnOn: calendarDate, toldBy })
const optOutCheck = v.strictObject({ isOptedOut: v.boolean(), checkedOn: calendarDate })
const flag = v.strictObject({ isSensitive: v.boolean(), reason: clinicianReason })
const death = v.strictObject({ diedOn: v.nullable(calendarDate), reason: v.nullable(clinicianReason) })

const headers = v.object({ 'idempotency-key': uuid, 'if-match': ifMatch })
const writing = { status: 201, roles: clinicians, headers } as const

/** What patients want and what must be minded of them. */
export const wishHandlers = [
  onOperation('get', '/patients/{patientId}/wishes', { status: 200, roles: clinicians }, (asked) => {
    const { state, caller, asOf, params } = asked
    return readWishes(state, ownPatient(state, caller, params.patientId), asOf)
  }),

  onOperation('post', '/patients/{patientId}/wishes/research', { ...writing, body: newWish }, ({ body, ...asked }) =>
    record('recordResearchWish', asked, { kind: 'researchWish', ...body }),
  ),

  onOperation(
    'post',
    '/patients/{patientId}/wishes/research/{wishId}/withdrawal',
    { ...writing, body: withdrawal },
    ({ body, ...asked }) =>
      record('withdrawResearchWish', asked, { kind: 'researchWishWithdrawn', wishId: asked.params.wishId, ...body }),
  ),

  onOperation(
    'post',
    '/patients/{patientId}/wishes/opt-out-checks',
    { ...writing, body: optOutCheck },
    ({ body, ...asked }) => record('recordOptOutCheck', asked, { kind: 'optOutCheck', ...body }),
  ),

  onOperation('post', '/patients/{patientId}/wishes/sensitive-flag', { ...writing, body: flag }, ({ body, ...asked }) =>
    record('setSensitiveFlag', asked, { kind: 'sensitiveFlag', ...body }),
  ),

  onOperation('post', '/patients/{patientId}/death', { ...writing, body: death }, ({ body, ...asked }) =>
    record('recordDeath', asked, { kind: 'death', ...body }),
  ),
]

interface AskedToRecord {
  readonly state: DemonstrationState
  readonly caller: Caller
  readonly asOf: CalendarDate
  readonly now: Date
  readonly params: { readonly patientId: string }
  readonly headers: v.InferOutput<typeof headers>
}

/** Once for each form, from the version that the form was opened with. */
function record(operation: string, { params, headers, ...asked }: AskedToRecord, act: WishAct) {
  const { state, caller } = asked
  const content = { ...params, version: headers['if-match'], act }
  return answerOnce(state, { caller, key: headers['idempotency-key'], operation, content }, () =>
    changeWishes({ ...asked, patient: ownPatient(state, caller, params.patientId), ifMatch: headers['if-match'] }, act),
  )
}

function ownPatient({ patients }: DemonstrationState, caller: Caller, patientId: string): HeldPatient {
  const patient = patients.get(patientId)
  if (patient === undefined || relationshipTo(caller.scope, patient) === null) throw notFound('patient')
  return patient
}
