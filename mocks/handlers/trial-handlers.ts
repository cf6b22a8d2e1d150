import * as v from 'valibot'
import { outcomes } from '#domain/eligibility/outcome-label.ts'
import { describeTrial } from '../answers/trials/describe-trial.ts'
import { listTrials } from '../answers/trials/list-trials.ts'
import { possiblePatients } from '../answers/trials/possible-patients.ts'
import { onOperation } from '../http/on-operation.ts'
import { notFound } from '../http/problem.ts'
import { limit, one } from '../http/query-fields.ts'
import { cancerTypeId, text, uuid } from '../http/request-fields.ts'
import { clinicians, everybody } from '../http/role-groups.ts'

const catalogueQuery = v.strictObject({
  text: v.exactOptional(one(text(1, 200))),
  cancerTypeId: v.exactOptional(one(cancerTypeId)),
  recruiting: v.exactOptional(one(v.picklist(['open', 'notOpen']))),
  country: v.exactOptional(one(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'must be a country code')))),
  sort: v.exactOptional(one(v.picklist(['lastUpdated', 'title']))),
  after: v.exactOptional(one(uuid)),
  before: v.exactOptional(one(uuid)),
  limit: v.exactOptional(limit),
})

const patientsQuery = v.strictObject({
  outcome: v.exactOptional(one(v.picklist(outcomes))),
  after: v.exactOptional(one(uuid)),
  limit: v.exactOptional(limit),
})

const catalogue = { status: 200, roles: everybody } as const

/** The catalogue is no patient data: everybody who is signed in may read it. Possible patients are the caller's own. */
export const trialHandlers = [
  onOperation('get', '/trials', { ...catalogue, query: catalogueQuery }, ({ state, query, asOf }) => ({
    body: listTrials(state, query, asOf),
  })),

  onOperation('get', '/trials/{trialId}', catalogue, ({ state, caller, params, asOf }) => {
    const trial = state.trials.get(params.trialId)
    if (!trial) throw notFound('trial')
    return { body: describeTrial(state, trial, { from: caller.organisation, asOf }) }
  }),

  onOperation(
    'get',
    '/trials/{trialId}/patients',
    { status: 200, roles: clinicians, query: patientsQuery },
    ({ state, caller, asOf, params: { trialId }, query }) => {
      if (!state.trials.has(trialId)) throw notFound('trial')
      return { body: possiblePatients(state, { trialId, scope: caller.scope, query, asOf }) }
    },
  ),
]
