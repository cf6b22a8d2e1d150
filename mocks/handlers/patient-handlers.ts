import * as v from 'valibot'
import { relationshipTo } from '#domain/access/patient-scope.ts'
import { decideOverride, decideWithdrawal } from '#domain/eligibility/decide-override.ts'
import { missingItemNames } from '#domain/eligibility/missing-items.ts'
import { changeOverrides } from '../answers/patients/change-overrides.ts'
import { countPatients } from '../answers/patients/count-patients.ts'
import { describePatient } from '../answers/patients/describe-patient.ts'
import { pastVerdict } from '../answers/patients/past-verdict.ts'
import { patientCandidates, patientVerdict } from '../answers/patients/patient-candidates.ts'
import { recordItem, recordItems } from '../answers/patients/record-item.ts'
import { searchPatients } from '../answers/patients/search-patients.ts'
import { answerOnce } from '../http/answer-once.ts'
import type { Caller } from '../http/caller.ts'
import { onOperation } from '../http/on-operation.ts'
import { notFound } from '../http/problem.ts'
import { one } from '../http/query-fields.ts'
import { cancerTypeId, distinct, pastInstant, text, uuid, wholeNumber } from '../http/request-fields.ts'
import { clinicians } from '../http/role-groups.ts'
import type { DemonstrationState } from '../state/demonstration-state.ts'
import type { HeldPatient } from '../state/held-patient.ts'
import type { HeldTrialSites } from '../state/held-trial.ts'
import { newOverride, overrideWithdrawal } from './new-override.ts'
import { newPatientItem, newPatientItems } from './new-patient-item.ts'
import { referralStatusWords } from './referral-handlers.ts'

const filters = v.strictObject({
  text: v.exactOptional(text(1, 100)),
  cancerTypeId: v.exactOptional(cancerTypeId),
  matchGrade: v.exactOptional(v.picklist(['confirmed', 'possible'])),
  referralStatus: v.exactOptional(distinct(v.picklist([...referralStatusWords, 'none']), 30)),
  hasCandidate: v.exactOptional(v.boolean()),
  hasTrialToRead: v.exactOptional(v.boolean()),
  hasDataMissing: v.exactOptional(v.boolean()),
  undecidedItem: v.exactOptional(text(1, 160)),
  missing: v.exactOptional(distinct(v.picklist(missingItemNames), 8)),
})

const search = v.strictObject({
  filters,
  sort: v.exactOptional(v.picklist(['name', 'bornOn', 'diagnosedOn', 'candidates', 'updated'])),
  direction: v.exactOptional(v.picklist(['ascending', 'descending'])),
  after: v.exactOptional(uuid),
  before: v.exactOptional(uuid),
  limit: v.exactOptional(wholeNumber(1, 100)),
})

const verdictQuery = v.strictObject({ at: v.exactOptional(one(pastInstant)) })

const rules = { status: 200, roles: clinicians } as const

/** The patients of the caller's teams. Somebody else's patient is answered like one that does not exist. */
export const patientHandlers = [
  onOperation('post', '/patients/search', { ...rules, body: search }, ({ state, caller, asOf, body }) => ({
    body: searchPatients(state, caller.scope, { search: body, asOf }),
  })),

  onOperation('post', '/patients/counts', { ...rules, body: filters }, ({ state, caller, body }) => ({
    body: countPatients(state, caller.scope, body),
  })),

  onOperation('get', '/patients/{patientId}', rules, ({ state, caller, asOf, params }) => {
    const patient = ownPatient(state, caller, params.patientId)
    if (!patient) throw notFound('patient')
    return { body: describePatient({ state, caller, asOf }, patient) }
  }),

  onOperation('get', '/patients/{patientId}/candidates', rules, ({ state, caller, asOf, params }) => {
    const patient = ownPatient(state, caller, params.patientId)
    if (!patient) throw notFound('patient')
    return { body: patientCandidates({ state, patient, caller, asOf }) }
  }),

  onOperation(
    'post',
    '/patients/{patientId}/items',
    { status: 201, roles: clinicians, headers: v.object({ 'idempotency-key': uuid }), body: newPatientItem },
    ({ params, headers, body, ...asked }) => {
      const { state, caller } = asked
      const key = headers['idempotency-key']
      const once = { caller, key, operation: 'recordPatientItem', content: { ...params, body } }
      return answerOnce(state, once, () => {
        const patient = ownPatient(state, caller, params.patientId)
        if (!patient) throw notFound('patient')
        return { body: recordItem({ ...asked, patient }, body) }
      })
    },
  ),

  onOperation(
    'post',
    '/patients/{patientId}/item-sets',
    { status: 201, roles: clinicians, headers: v.object({ 'idempotency-key': uuid }), body: newPatientItems },
    ({ params, headers, body, ...asked }) => {
      const { state, caller } = asked
      const key = headers['idempotency-key']
      const once = { caller, key, operation: 'recordPatientItems', content: { ...params, body } }
      return answerOnce(state, once, () => {
        const patient = ownPatient(state, caller, params.patientId)
        if (!patient) throw notFound('patient')
        return { body: recordItems({ ...asked, patient }, body.items) }
      })
    },
  ),

  onOperation(
    'get',
    '/patients/{patientId}/trials/{trialId}',
    { ...rules, query: verdictQuery },
    ({ params, ...asked }) => {
      const { state, caller, asOf, query } = asked
      const { patient, trial } = ownPair(state, caller, params)
      const question = { state, patient, caller, asOf }
      const body = query.at === undefined ? patientVerdict(question, trial) : pastVerdict(question, trial, query.at)
      return { body }
    },
  ),

  onOperation(
    'post',
    '/patients/{patientId}/trials/{trialId}/overrides',
    { status: 201, roles: clinicians, headers: v.object({ 'idempotency-key': uuid }), body: newOverride },
    ({ params, headers, body, ...asked }) => {
      const { state, caller } = asked
      const key = headers['idempotency-key']
      const once = { caller, key, operation: 'overrideVerdict', content: { ...params, body } }
      return answerOnce(state, once, () => {
        const pair = ownPair(state, caller, params)
        return {
          body: changeOverrides({ ...asked, ...pair }, (situation, author) => decideOverride(situation, body, author)),
        }
      })
    },
  ),

  onOperation(
    'post',
    '/patients/{patientId}/trials/{trialId}/overrides/{overrideId}/withdrawal',
    { ...rules, body: overrideWithdrawal },
    ({ params, body, ...asked }) => {
      const taken = { overrideId: params.overrideId, reason: body.reason }
      const pair = ownPair(asked.state, asked.caller, params)
      return {
        body: changeOverrides({ ...asked, ...pair }, (situation, author) => decideWithdrawal(situation, taken, author)),
      }
    },
  ),
]

function ownPair(
  state: DemonstrationState,
  caller: Caller,
  { patientId, trialId }: { readonly patientId: string; readonly trialId: string },
): { readonly patient: HeldPatient; readonly trial: HeldTrialSites } {
  const patient = ownPatient(state, caller, patientId)
  const trial = state.trials.get(trialId)
  if (!patient || !trial) throw notFound('patient or trial')
  return { patient, trial }
}

function ownPatient({ patients }: DemonstrationState, caller: Caller, patientId: string): HeldPatient | null {
  const patient = patients.get(patientId)
  return patient !== undefined && relationshipTo(caller.scope, patient) !== null ? patient : null
}
