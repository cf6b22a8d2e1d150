import type { Verdict } from './verdict.ts'

/**
 * The leaves that made the verdict what it is, whose sentences explain it: of a failed "all" the parts that failed, of
 * an unknown the parts that are open. Parts that had no say are left out.
 */
export function decidingLeaves(verdict: Verdict): readonly Verdict[] {
  const { op, children } = verdict
  // A value that is worked out says in one sentence all that it lacks.
  if (children.length === 0 || op === 'lab') return [verdict]
  const isTurned = op === 'not'
  const hasSay = children.filter((child) => isTurned || op === 'caseWhen' || child.verdict === verdict.verdict)
  return hasSay.length === 0 ? [verdict] : hasSay.flatMap(decidingLeaves)
}
