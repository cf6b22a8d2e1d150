import { weightedPolicy } from '../disclosure/disclosure-policy.ts'
import { boundsOf } from '../disclosure/safe-totals.ts'
import type { SuppressedStep } from './suppressed-steps.ts'

/** Neighbouring criteria that the rounded numbers do not tell apart, read as one. */
export interface JoinedSteps {
  readonly steps: readonly [first: NumberedStep, ...others: NumberedStep[]]
  /** Whom they remove together. It follows from those who remain before and after, and says nothing more. */
  readonly removed: { readonly least: number; readonly most: number }
  /** Of those who remain, not known here, the same for each. Null: 0 to 7. */
  readonly undecided: number | null
  /** Whom nothing so far surely stops. Null: 0 to 7. */
  readonly remaining: number | null
}

interface NumberedStep extends SuppressedStep {
  /** In the protocol, from 1. */
  readonly position: number
}

/**
 * The steps in protocol order. A criterion that leaves the rounded number of those who remain as it was is joined with
 * its neighbour that does so too: of each of them there is nothing to say but of all of them that they remove few. Text
 * to be read stays apart from rules.
 */
export function joinSteps(considered: number | null, steps: readonly SuppressedStep[]): readonly JoinedSteps[] {
  const joined: JoinedSteps[] = []
  for (const [index, step] of steps.entries()) {
    const numbered = { ...step, position: index + 1 }
    const before = index === 0 ? considered : (steps[index - 1]?.remaining ?? null)
    const last = joined.at(-1)
    const beforeLast = joined.length < 2 ? considered : (joined.at(-2)?.remaining ?? null)
    const isOneMore = last !== undefined && beforeLast === before && before === step.remaining
    if (isOneMore && isAlike(last, step)) joined.splice(-1, 1, { ...last, steps: [...last.steps, numbered] })
    else joined.push({ steps: [numbered], removed: removedBetween(before, step.remaining), ...numbersOf(step) })
  }
  return joined
}

function isAlike({ steps: [first], undecided }: JoinedSteps, step: SuppressedStep): boolean {
  return undecided === step.undecided && (first.ruleText === null) === (step.ruleText === null)
}

function numbersOf({ undecided, remaining }: SuppressedStep) {
  return { undecided, remaining }
}

/** Fewest and most, as the numbers before and after allow. */
function removedBetween(before: number | null, after: number | null): JoinedSteps['removed'] {
  const [from, to] = [boundsOf(before, weightedPolicy), boundsOf(after, weightedPolicy)]
  return { least: Math.max(0, from.least - to.most), most: from.most - to.least }
}
