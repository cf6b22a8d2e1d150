import { Engine, type TopLevelCondition } from 'json-rules-engine'
import type { HeldTrial } from '../../../domain/eligibility/assess-trial.ts'
import type { Tri } from '../../../domain/eligibility/tri.ts'
import { plainRecord } from '../../parity-cql/plain-record.ts'
import { flatFacts } from './flat-facts.ts'
import { conditionOf, notCondition } from './json-rules-condition.ts'
import { type Comparison, runOfColumns, type ScreeningEngine } from './screening-engine.ts'

/**
 * json-rules-engine with every trial as one rule of one engine, over flat facts worked out beforehand. It has no word for
 * "not known": a fact that is absent makes its condition false.
 */
export function jsonRulesEngine({ patients, trials, asOf }: Comparison): ScreeningEngine {
  const rules = trials.map((trial) => ({ conditions: conditionsOf(trial), event: { type: trial.trialId } }))
  const engine = new Engine(rules, { allowUndefinedFacts: true })
  const facts = patients.map((record) => flatFacts(plainRecord(record), asOf))
  return {
    name: 'json-rules-engine',
    async screen() {
      const columns = new Map<string, Tri[]>(trials.map(({ trialId }) => [trialId, []]))
      for (const ofPatient of facts) {
        const { events } = await engine.run(ofPatient)
        const fitting = new Set(events.map(({ type }) => type))
        for (const [trialId, column] of columns) column.push(fitting.has(trialId) ? 'met' : 'notMet')
      }
      return runOfColumns({ patients, trials }, columns)
    },
  }
}

function conditionsOf({ record }: HeldTrial): TopLevelCondition {
  const criteria = record.criteria.flatMap(({ kind, expr }) => {
    if (expr === null) return []
    const condition = conditionOf(expr)
    return [kind === 'exclusion' ? notCondition(condition) : condition]
  })
  return { all: [conditionOf({ op: 'diagnosis', entities: record.cancerTypeIds }), ...criteria] }
}
