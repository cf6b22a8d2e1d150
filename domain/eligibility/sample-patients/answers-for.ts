import type { Expr } from '../criterion.ts'
import { exceptionOfRule } from '../exception-of-rule.ts'
import type { Leaf } from '../leaf.ts'
import { notTri, type Tri } from '../tri.ts'

/** A leaf, and what it must say. */
export interface Answer {
  readonly leaf: Leaf
  readonly verdict: Tri
}

type Answers = readonly Answer[]

/** Ways in which the leaves of an expression can give it a value, the plainest first. Leaves not named do not matter. */
export function* answersFor(expr: Expr, wanted: Tri, cohort: string | null): Generator<Answers> {
  switch (expr.op) {
    case 'all':
      return yield* ofAll(expr.of, wanted, cohort)
    case 'any':
      return yield* ofAny(expr.of, wanted, cohort)
    case 'not':
      return yield* answersFor(expr.of, notTri(wanted), cohort)
    case 'unless':
      return yield* ofAny([expr.rule, expr.exception], wanted, cohort)
    case 'exceptWhen':
      return yield* ofAll([expr.rule, { op: 'not', of: exceptionOfRule(expr.rule, expr.exception) }], wanted, cohort)
    case 'ifThen':
      return yield* ofAny([{ op: 'not', of: expr.if }, expr.then], wanted, cohort)
    case 'atLeast': {
      // Of n wanted, the last is the one that tips the scales.
      const before = expr.of.slice(0, expr.n - 1).map((part): Wanted => [part, 'met'])
      const after = expr.of.slice(expr.n).map((part): Wanted => [part, 'notMet'])
      const last = expr.of[expr.n - 1]
      return last === undefined ? undefined : yield* together([...before, [last, wanted], ...after], cohort)
    }
    case 'measuredAny':
      if (wanted === 'unknown')
        return yield* together(
          expr.of.map((part) => [part, wanted]),
          cohort,
        )
      return yield* ofAll(expr.of, wanted, cohort)
    case 'caseWhen': {
      for (const [index, chosen] of expr.cases.entries()) {
        const passed = expr.cases.slice(0, index).map(({ when }): Wanted => [when, 'notMet'])
        yield* together([...passed, [chosen.when, 'met'], [chosen.then, wanted]], cohort)
      }
      return yield* together([...expr.cases.map(({ when }): Wanted => [when, 'notMet']), [expr.else, wanted]], cohort)
    }
    case 'cohort': {
      const assigned = expr.assign.filter((one) => cohort === null || one.cohort === cohort)
      return yield* ofAny(
        assigned.map(({ when }) => when),
        wanted,
        cohort,
      )
    }
    case 'inCohort':
      return yield* answersFor(expr.expr, wanted, cohort)
    default:
      yield [{ leaf: expr, verdict: wanted }]
  }
}

type Wanted = readonly [expr: Expr, verdict: Tri]

/** All are met; or one of them is not, beside others that are met or, where that cannot be had, not known. */
function* ofAll(parts: readonly Expr[], wanted: Tri, cohort: string | null): Generator<Answers> {
  if (wanted === 'met')
    return yield* together(
      parts.map((part) => [part, 'met']),
      cohort,
    )
  for (const others of ['met', 'unknown'] as const) {
    for (const [index] of parts.entries()) {
      yield* together(
        parts.map((part, at) => [part, at === index ? wanted : others]),
        cohort,
      )
    }
  }
}

function* ofAny(parts: readonly Expr[], wanted: Tri, cohort: string | null): Generator<Answers> {
  const turned = parts.map((part): Expr => ({ op: 'not', of: part }))
  yield* ofAll(turned, notTri(wanted), cohort)
}

/** Each part has its value at once. */
function* together(parts: readonly Wanted[], cohort: string | null): Generator<Answers> {
  const [first, ...others] = parts
  if (first === undefined) return yield []
  for (const answers of answersFor(first[0], first[1], cohort)) {
    for (const more of together(others, cohort)) yield [...answers, ...more]
  }
}
