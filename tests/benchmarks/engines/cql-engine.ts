import type { Expr } from '../../../domain/eligibility/criterion.ts'
import type { Tri } from '../../../domain/eligibility/tri.ts'
import { type ElmNode, elmAll, elmCall } from '../../parity-cql/elm.ts'
import { elmOfExpr } from '../../parity-cql/elm-of-expr.ts'
import { PlainPatient } from '../../parity-cql/plain-patient.ts'
import { plainRecord } from '../../parity-cql/plain-record.ts'
import { elmLibrary, runElm } from '../../parity-cql/run-elm.ts'
import { type Comparison, runOfColumns, type ScreeningEngine } from './screening-engine.ts'

/**
 * cql-execution with every trial as one definition of one library, over plain records whose dates are parsed beforehand:
 * the way that costs it least.
 */
export function cqlEngine({ patients, trials, asOf }: Comparison): ScreeningEngine {
  const rules = trials.map(({ trialId, record }): [string, ElmNode] => {
    const fit: Expr = { op: 'diagnosis', entities: record.cancerTypeIds }
    const criteria = record.criteria.flatMap(({ kind, expr }) =>
      expr === null ? [] : [kind === 'exclusion' ? elmCall('Not', elm(expr, false)) : elm(expr, true)],
    )
    return [trialId, elmAll([elm(fit, true), ...criteria])]
  })
  const library = elmLibrary(Object.fromEntries(rules))
  const plain = patients.map((record) => new PlainPatient(plainRecord(record)))
  return {
    name: 'cql-execution',
    async screen() {
      const answers = await runElm(library, plain)
      const columns = new Map<string, Tri[]>(trials.map(({ trialId }) => [trialId, []]))
      for (const { patientId } of patients) {
        const ofPatient = answers.get(patientId) ?? {}
        for (const [trialId, column] of columns) column.push(ofPatient[trialId] ?? 'unknown')
      }
      return runOfColumns({ patients, trials }, columns)
    },
  }

  function elm(expr: Expr, harmless: boolean): ElmNode {
    return elmOfExpr(expr, { asOf, harmless })
  }
}
