import type { CaseBranch, Expr } from '../../domain/eligibility/criterion.ts'
import type { Leaf } from '../../domain/eligibility/leaf.ts'
import { type ElmNode, elmAll, elmAny, elmCall, elmCount, elmFalse, elmIf, elmNull, elmNumber, elmTrue } from './elm.ts'
import { elmOfLeaf } from './elm-of-leaf.ts'

export interface ElmContext {
  /** Today, from which windows count back. */
  readonly asOf: string
  /** The cohort under consideration, if one is. */
  readonly cohort?: string
  /** In an exclusion a rule of another cohort is false, in an inclusion true: so it stops nobody. */
  readonly harmless: boolean
}

/**
 * An expression of the criteria language in ELM, by the logic of CQL: true is met, false notMet, null unknown.
 * Throws RangeError for a leaf that plain records do not answer; ask `isCovered` first.
 */
export function elmOfExpr(expr: Expr, context: ElmContext): ElmNode {
  const elm = (part: Expr) => elmOfExpr(part, context)
  const turned = (part: Expr) => elmCall('Not', elmOfExpr(part, { ...context, harmless: !context.harmless }))
  switch (expr.op) {
    case 'all':
      return elmAll(expr.of.map(elm))
    case 'any':
      return elmAny(expr.of.map(elm))
    case 'not':
      return turned(expr.of)
    case 'atLeast':
      return elmOfAtLeast(expr.n, expr.of.map(elm))
    case 'unless':
      return elmCall('Or', elm(expr.rule), elm(expr.exception))
    case 'exceptWhen':
      return elmCall('And', elm(expr.rule), turned(expr.exception))
    case 'ifThen':
      return elmCall('Or', turned(expr.if), elm(expr.then))
    case 'caseWhen':
      return elmOfCases(expr.cases, expr.else, elm)
    case 'measuredAny':
      return elmOfMeasuredAny(expr.min, expr.of.map(elm))
    case 'cohort':
      return elmAny(
        expr.assign
          .filter(({ cohort }) => context.cohort === undefined || cohort === context.cohort)
          .map(({ when }) => elm(when)),
      )
    case 'inCohort':
      return elmOfInCohort(expr.cohort, elm(expr.expr), context)
    default:
      return leafOrThrow(expr, context)
  }
}

function leafOrThrow(leaf: Leaf, { asOf }: ElmContext): ElmNode {
  const elm = elmOfLeaf(leaf, asOf)
  if (elm === null) throw new RangeError(`${JSON.stringify(leaf)} has no ELM: replace it by a leaf that has`)
  return elm
}

function elmOfAtLeast(n: number, parts: readonly ElmNode[]): ElmNode {
  const isReached = elmCall('GreaterOrEqual', elmCount('IsTrue', parts), elmNumber(n))
  const isOutOfReach = elmCall('Greater', elmNumber(n), elmCall('Subtract', elmNumber(parts.length), failed(parts)))
  return elmIf(isReached, elmTrue, elmIf(isOutOfReach, elmFalse, elmNull))
}

/** The first case whose condition holds. A condition not known leaves open what its own case and the rest do not share. */
function elmOfCases(cases: readonly CaseBranch[], otherwise: Expr, elm: (part: Expr) => ElmNode): ElmNode {
  const [first, ...later] = cases
  if (first === undefined) return elm(otherwise)
  const [when, then, rest] = [elm(first.when), elm(first.then), elmOfCases(later, otherwise, elm)]
  const bothAre = (question: string) => elmAll([elmCall(question, then), elmCall(question, rest)])
  const shared = elmIf(bothAre('IsTrue'), elmTrue, elmIf(bothAre('IsFalse'), elmFalse, elmNull))
  return elmIf(elmCall('IsTrue', when), then, elmIf(elmCall('IsFalse', when), rest, shared))
}

/** False once one part fails, true once so many are known and none fails. */
function elmOfMeasuredAny(min: number, parts: readonly ElmNode[]): ElmNode {
  const known = elmCall('Subtract', elmNumber(parts.length), elmCount('IsNull', parts))
  const isFailed = elmCall('Greater', failed(parts), elmNumber(0))
  return elmIf(isFailed, elmFalse, elmIf(elmCall('GreaterOrEqual', known, elmNumber(min)), elmTrue, elmAll(parts)))
}

function elmOfInCohort(cohort: string, inner: ElmNode, context: ElmContext): ElmNode {
  if (context.cohort === cohort) return inner
  const harmless = context.harmless ? elmTrue : elmFalse
  if (context.cohort !== undefined) return harmless
  return elmIf(elmCall(context.harmless ? 'IsTrue' : 'IsFalse', inner), harmless, elmNull)
}

function failed(parts: readonly ElmNode[]): ElmNode {
  return elmCount('IsFalse', parts)
}
