import type { Outcome } from './outcome-label.ts'
import type { ChangeCause } from './screening-comparison.ts'

/** One change of the answer to one patient and one trial. */
export interface RecordedChange {
  /** ISO 8601 instant. */
  readonly at: string
  readonly from: Outcome | null
  readonly to: Outcome | null
  readonly cause: ChangeCause
  /** Found by the same rules as those of now. */
  readonly isSameRules: boolean
}

/** The answer that is stored now. */
export interface CurrentAnswer {
  readonly outcome: Outcome
  readonly screenedAt: string
  readonly isSameRules: boolean
}

export interface StoredOutcome {
  /** Null where none is recorded for the instant. */
  readonly storedOutcome: Outcome | null
  readonly isSameRules: boolean
}

/**
 * What was stored at an instant, as far as it is recorded: the change before it tells, else the one after it, else the
 * answer that has stood since before it.
 */
export function storedOutcomeAt(
  at: string,
  changes: readonly RecordedChange[],
  current: CurrentAnswer | null,
): StoredOutcome {
  const instant = Date.parse(at)
  const oldestFirst = changes.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const last = oldestFirst.findLast((change) => Date.parse(change.at) <= instant)
  if (last !== undefined) return { storedOutcome: last.to, isSameRules: last.isSameRules }
  const [next] = oldestFirst
  if (next !== undefined) {
    return { storedOutcome: next.from, isSameRules: next.isSameRules && next.cause !== 'rules' }
  }
  return current !== null && Date.parse(current.screenedAt) <= instant
    ? { storedOutcome: current.outcome, isSameRules: current.isSameRules }
    : { storedOutcome: null, isSameRules: true }
}
