import type { Criterion, Expr } from '../../domain/eligibility/criterion.ts'
import type { Leaf } from '../../domain/eligibility/leaf.ts'
import { elmOfLeaf } from './elm-of-leaf.ts'

type Rule = Pick<Criterion, 'kind' | 'expr'>

/** Whether plain records answer the leaf. */
export function isCoveredLeaf(leaf: Leaf): boolean {
  // The day makes no difference to that.
  return elmOfLeaf(leaf, '2000-01-01') !== null
}

/** Whether plain records answer every leaf of the expression. */
export function isCovered(expr: Expr): boolean {
  const open: Leaf[] = []
  withLeaves(expr, (leaf) => {
    if (!isCoveredLeaf(leaf)) open.push(leaf)
    return leaf
  })
  return open.length === 0
}

/** The same criteria with each leaf that plain records do not answer put in turn by one of the replacements. */
export function coveredCriteria(criteria: readonly Rule[], replacements: readonly Leaf[]): readonly Rule[] {
  let used = 0
  const covered = (leaf: Leaf): Leaf => {
    if (isCoveredLeaf(leaf)) return leaf
    used += 1
    return replacements[used % replacements.length] ?? leaf
  }
  return criteria.map(({ kind, expr }) => ({ kind, expr: expr === null ? null : withLeaves(expr, covered) }))
}

/** The expression with each of its leaves changed, in the order in which it is read. */
export function withLeaves(expr: Expr, change: (leaf: Leaf) => Leaf): Expr {
  const part = (inner: Expr) => withLeaves(inner, change)
  switch (expr.op) {
    case 'all':
    case 'any':
    case 'atLeast':
    case 'measuredAny':
      return { ...expr, of: expr.of.map(part) }
    case 'not':
      return { ...expr, of: part(expr.of) }
    case 'unless':
    case 'exceptWhen':
      return { ...expr, rule: part(expr.rule), exception: part(expr.exception) }
    case 'ifThen':
      return { ...expr, if: part(expr.if), then: part(expr.then) }
    case 'caseWhen':
      return {
        ...expr,
        cases: expr.cases.map(({ when, then }) => ({ when: part(when), then: part(then) })),
        else: part(expr.else),
      }
    case 'cohort':
      return { ...expr, assign: expr.assign.map(({ cohort, when }) => ({ cohort, when: part(when) })) }
    case 'inCohort':
      return { ...expr, expr: part(expr.expr) }
    default:
      return change(expr)
  }
}
