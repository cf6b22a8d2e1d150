import { assessTrial } from '../../../domain/eligibility/assess-trial.ts'
import { deriveFacts } from '../../../domain/eligibility/derive-facts.ts'
import { triOfOutcome } from '../../parity/compare-verdicts.ts'
import { type Comparison, runOfColumns, type ScreeningEngine } from './screening-engine.ts'

/** The evaluator of the product, pair by pair. Each answer carries its whole explanation, asked for or not. */
export function typescriptEngine({ patients, trials, asOf }: Comparison): ScreeningEngine {
  const caseload = patients.map((record) => deriveFacts(record))
  return {
    name: 'ours, TypeScript with explanation',
    screen() {
      const columns = new Map(
        trials.map((trial) => [
          trial.trialId,
          caseload.map((facts) => triOfOutcome(assessTrial(facts, trial, asOf).outcome)),
        ]),
      )
      return Promise.resolve(runOfColumns({ patients, trials }, columns))
    },
  }
}
