import { recruitmentOverview, trialRecruitment } from '../answers/recruitment/describe-recruitment.ts'
import { onOperation } from '../http/on-operation.ts'
import { notFound } from '../http/problem.ts'
import { watchers } from '../http/role-groups.ts'

const rules = { status: 200, roles: watchers } as const

export const recruitmentHandlers = [
  onOperation('get', '/recruitment', rules, ({ state, asOf }) => ({ body: recruitmentOverview(state, asOf) })),

  onOperation('get', '/recruitment/{trialId}', rules, ({ state, asOf, params }) => {
    const trial = state.trials.get(params.trialId)
    if (!trial) throw notFound('trial')
    return { body: trialRecruitment(state, trial, asOf) }
  }),
]
