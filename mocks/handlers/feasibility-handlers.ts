import * as v from 'valibot'
import { draftRefusal } from '#domain/feasibility/draft-refusal.ts'
import { readDraftTrial } from '#domain/feasibility/draft-trial.ts'
import { assessFeasibility, openSites } from '../answers/feasibility/assess-feasibility.ts'
import { trialAttrition } from '../answers/feasibility/trial-attrition.ts'
import { onOperation } from '../http/on-operation.ts'
import { notFound, toProblem } from '../http/problem.ts'
import { cancerTypeId, distinct, text } from '../http/request-fields.ts'
import { clinicians, planners } from '../http/role-groups.ts'

const names = v.pipe(v.array(text(1, 80)), v.maxLength(30, 'must have at most 30 items'))

const draftCriterion = v.strictObject({
  criterionId: text(1, 40),
  kind: v.picklist(['inclusion', 'exclusion', 'notStated']),
  class: v.picklist(['hard', 'correctable', 'washout', 'timeLimited', 'judgement', 'advisory', 'gate']),
  text: text(1, 4000),
  rule: v.nullable(v.record(v.string(), v.unknown())),
  appliesTo: v.exactOptional(v.pipe(names, v.minLength(1, 'must have at least 1 item'))),
})

const draftTrial = v.strictObject({
  title: v.exactOptional(text(1, 300)),
  cancerTypeIds: distinct(cancerTypeId, 130),
  isBasket: v.boolean(),
  criteria: v.pipe(v.array(draftCriterion), v.maxLength(200, 'must have at most 200 items')),
  cohorts: v.exactOptional(distinct(text(1, 80), 30)),
  closedCohorts: v.exactOptional(distinct(text(1, 80), 30)),
  places: v.exactOptional(
    v.pipe(
      v.array(v.strictObject({ name: text(1, 200), latitude: degrees(90), longitude: degrees(180) })),
      v.maxLength(100, 'must have at most 100 items'),
    ),
  ),
})

function degrees(most: number) {
  return v.pipe(v.number(), v.minValue(-most, `must be at least -${most}`), v.maxValue(most, `must be at most ${most}`))
}

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
        body: trialAttrition({ state, trial, asOf, scope: caller.scope }),
      }
    },
  ),

  onOperation(
    'get',
    '/trials/{trialId}/feasibility',
    { status: 200, roles: planners },
    ({ state, caller, asOf, params }) => {
      const trial = state.trials.get(params.trialId)
      if (!trial) throw notFound('trial')
      return { body: assessFeasibility({ state, trial, isDraft: false, places: openSites(trial), asOf, caller }) }
    },
  ),

  onOperation(
    'post',
    '/feasibility',
    { status: 200, roles: planners, body: draftTrial },
    ({ state, caller, asOf, body }) => {
      const draft = readDraftTrial(body)
      if (draft.kind === 'faults') throw toProblem(draftRefusal(draft.faults))
      return {
        body: assessFeasibility({ state, trial: draft.trial, isDraft: true, places: body.places ?? [], asOf, caller }),
      }
    },
  ),
]
