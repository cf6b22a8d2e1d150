import type { VerdictOverride } from './applied-override.ts'

/** One line of the history of clinicians' verdicts. A withdrawal repeats what it takes back, with its own reason. */
export interface OverrideEntry extends VerdictOverride {
  readonly action: 'set' | 'withdrawn'
  /** The protocol's wording that was judged. */
  readonly criterionText: string
}

/**
 * The verdicts that stand after a history, given in the order in which it happened: of each criterion the last, unless
 * that was a withdrawal. What was replaced does not come back by a withdrawal.
 */
export function standingOverrides(history: readonly OverrideEntry[]): readonly OverrideEntry[] {
  const last = new Map(history.map((entry) => [JSON.stringify([entry.criterionId, entry.cohort]), entry]))
  return [...last.values()].filter(({ action }) => action === 'set')
}
