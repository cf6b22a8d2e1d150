import { partsOf } from './cohorts-of.ts'
import type { Expr } from './criterion.ts'

/** How many operators and leaves a rule has: what it costs to evaluate it grows with them. */
export function countNodes(expr: Expr): number {
  return 1 + partsOf(expr).reduce((sum, part) => sum + countNodes(part), 0)
}
