import type { Expr } from './criterion.ts'
import { decidingLeaves } from './deciding-leaves.ts'
import type { Verdict } from './verdict.ts'

/** A part of a criterion that did not fail. Named after the contract's schema, field for field. */
export interface CriterionPart {
  readonly verdict: 'met' | 'unknown'
  readonly sentence: string
}

/**
 * What was found of the parts of a failed "all" that did not fail, not known before met. They have no say, but who asks
 * whether the failing part could be put right wants to know whether it is the only one.
 */
export function otherParts(verdict: Verdict): CriterionPart[] {
  const told = new Set(decidingLeaves(verdict).map(({ sentence }) => sentence))
  const parts = partsBeside(verdict)
  return order.flatMap((mark) => {
    const sentences = parts.filter((part) => part.verdict === mark).map(({ sentence }) => sentence)
    return [...new Set(sentences)].filter((each) => !told.has(each)).map((sentence) => ({ verdict: mark, sentence }))
  })
}

const order = ['unknown', 'met'] as const

function partsBeside({ op, verdict, children }: Verdict): readonly CriterionPart[] {
  if (verdict !== 'notMet' || !groups.includes(op)) return []
  return children.flatMap((child) => {
    const mark = child.verdict
    if (mark === 'notMet') return partsBeside(child)
    return op === 'all' ? decidingLeaves(child).map(({ sentence }) => ({ verdict: mark, sentence })) : []
  })
}

/** Behind a "not" the words of a part would say the opposite of its mark. */
const groups: readonly Expr['op'][] = ['all', 'any', 'atLeast', 'exceptWhen', 'inCohort']
