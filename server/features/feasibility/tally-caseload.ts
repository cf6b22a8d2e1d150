import type { HeldTrial } from '#domain/eligibility/assess-trial.ts'
import { countNodes } from '#domain/eligibility/count-nodes.ts'
import { addTallies, type CaseloadTally, tallyCaseload, tallyJudged } from '#domain/feasibility/caseload-tally.ts'
import {
  type CaseloadQuery,
  type CaseloadSlice,
  readCaseloadSlice,
  type WeighedPatients,
} from '../../eligibility/caseload-repository.ts'
import type { Trx } from '../../plugins/operation.ts'

export interface TallyQuery extends CaseloadQuery {
  /** Runs one short transaction on behalf of the caller. */
  readonly transact: <Result>(work: (trx: Trx) => Promise<Result>) => Promise<Result>
}

/** So many that a slice takes the database, and this process, for about a tenth of a second. */
const mostPerSlice = 500
const fewestPerSlice = 25
const nodesPerSlice = 100_000

/** The larger the rules, the fewer patients at a time. */
export function patientsPerSlice({ record }: Pick<HeldTrial, 'record'>): number {
  const nodes = record.criteria.reduce((sum, { expr }) => sum + (expr === null ? 0 : countNodes(expr)), 0)
  return Math.max(fewestPerSlice, Math.min(mostPerSlice, Math.floor(nodesPerSlice / Math.max(nodes, 1))))
}

/**
 * Numbers by group of patients for each of the weights, exact where everybody counts once. Whom SQL can judge is only
 * counted; the facts of the others are read. Each slice is a transaction of its own and the server takes other work in
 * between, so that a large caseload stops nobody; a patient who changes meanwhile is counted as before or as after, and
 * in all answers alike.
 */
export async function tallyByGroup({
  transact,
  ...query
}: TallyQuery): Promise<readonly ReadonlyMap<string, CaseloadTally>[]> {
  const { trial, asOf } = query
  const answers = query.weights.map(() => new Map<string, CaseloadTally>())
  const limit = patientsPerSlice(trial)
  const read = (after: string | null) => transact((trx) => readCaseloadSlice(trx, query, after, limit))
  let coming: Promise<CaseloadSlice> | null = read(null)
  while (coming !== null) {
    const slice: CaseloadSlice = await coming
    // The database fetches the next slice while this one is worked out.
    coming = slice.next === null ? null : read(slice.next)
    for (const [index, tallies] of answers.entries()) {
      const { judged, open } = slice.weighed[index] ?? nobody
      for (const [id, groups] of judged) add(tallies, id, tallyJudged(trial, groups))
      for (const [id, caseload] of open) add(tallies, id, tallyCaseload(trial, caseload, asOf))
    }
  }
  return answers
}

const nobody: WeighedPatients = { judged: new Map(), open: new Map() }

function add(tallies: Map<string, CaseloadTally>, id: string, tally: CaseloadTally): void {
  const before = tallies.get(id)
  tallies.set(id, before === undefined ? tally : addTallies(before, tally))
}
