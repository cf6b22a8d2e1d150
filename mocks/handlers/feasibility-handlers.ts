import { trialAttrition } from '../answers/feasibility/trial-attrition.ts'
import { onOperation } from '../http/on-operation.ts'
import { notFound } from '../http/problem.ts'
import { clinicians } from '../http/role-groups.ts'

/** What a trial would find among patients. */
export const feasibilityHandlers = [
  onOperation(
    'get',
    '/trials/{trialId}/attrition',
    { status: 200, roles: clinicians },
    ({ state, caller, asOf, params }) => {
      const trial = state.trials.get(params.trialId)
      if (!trial) throw notFound('trial')
      return {
        body: trialAttrition({ state, trial, asOf, organisationId: caller.organisation?.organisationId ?? null }),
      }
    },
  ),
]
