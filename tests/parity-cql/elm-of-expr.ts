import type { CaseBranch, Expr } from '../../domain/eligibility/criterion.ts'
import type { Leaf } from '../../domain/eligibility/leaf.ts'
import { type ElmNode, elmAll, elmAny, elmCall, elmCount, elmFalse, elmIf, elmNull, elmNumber, elmTrue } from './elm.ts'
import { elmIsMeasured, elmOfLeaf } from './elm-of-leaf.ts'

export interface ElmContext {
  /** Today, from which windows count back. */
  readonly asOf: string
  /** The cohort under consideration, if one is. */
  readonly cohort?: string
  /** In an exclusion a rule of another cohort is false, in an inclusion true: so it stops nobody. */
  readonly harmless: boolean
}

/** A rule in ELM. */
interface ElmRule {
  /** By the logic of CQL: true is met, false notMet, null unknown. */
  readonly value: ElmNode
  /** True where it is unknown because something that was measured, and is current, cannot be compared; never null. */
  readonly isIncomparable: ElmNode
}

/**
 * The value of an expression of the criteria language. Throws RangeError for a leaf that plain records do not answer; ask
 * `isCovered` first.
 */
export function elmOfExpr(expr: Expr, context: ElmContext): ElmNode {
  return elmOfRule(expr, context).value
}

function elmOfRule(expr: Expr, context: ElmContext): ElmRule {
  const elm = (part: Expr) => elmOfRule(part, context)
  const turned = (part: Expr) => elmNot(elmOfRule(part, { ...context, harmless: !context.harmless }))
  switch (expr.op) {
    case 'all':
      return elmBranch(elmAll, expr.of.map(elm))
    case 'any':
      return elmBranch(elmAny, expr.of.map(elm))
    case 'not':
      return turned(expr.of)
    case 'atLeast':
      return elmBranch((parts) => elmOfAtLeast(expr.n, parts), expr.of.map(elm))
    case 'unless':
      return elmBranch(elmAny, [elm(expr.rule), elm(expr.exception)])
    case 'exceptWhen':
      return elmBranch(elmAll, [elm(expr.rule), turned(expr.exception)])
    case 'ifThen':
      return elmBranch(elmAny, [turned(expr.if), elm(expr.then)])
    case 'caseWhen':
      return elmOfCases(expr.cases, expr.else, elm)
    case 'measuredAny':
      return elmOfMeasuredAny(expr.min, expr.of.map(elm))
    case 'cohort':
      return elmBranch(
        elmAny,
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

function leafOrThrow(leaf: Leaf, { asOf }: ElmContext): ElmRule {
  const value = elmOfLeaf(leaf, asOf)
  if (value === null) throw new RangeError(`${JSON.stringify(leaf)} has no ELM: replace it by a leaf that has`)
  return { value, isIncomparable: elmAll([elmCall('IsNull', value), elmCall('IsTrue', elmIsMeasured(leaf, asOf))]) }
}

/** An open branch is incomparable as soon as one of its open parts is. */
function elmBranch(join: (parts: readonly ElmNode[]) => ElmNode, parts: readonly ElmRule[]): ElmRule {
  const value = join(parts.map((part) => part.value))
  const isAny = elmAny(parts.map(({ isIncomparable }) => isIncomparable))
  return { value, isIncomparable: elmAll([elmCall('IsNull', value), isAny]) }
}

function elmNot({ value, isIncomparable }: ElmRule): ElmRule {
  return { value: elmCall('Not', value), isIncomparable }
}

function elmOfAtLeast(n: number, parts: readonly ElmNode[]): ElmNode {
  const isReached = elmCall('GreaterOrEqual', elmCount('IsTrue', parts), elmNumber(n))
  const isOutOfReach = elmCall('Greater', elmNumber(n), elmCall('Subtract', elmNumber(parts.length), failed(parts)))
  return elmIf(isReached, elmTrue, elmIf(isOutOfReach, elmFalse, elmNull))
}

/** The first case whose condition holds. A condition not known leaves open what its own case and the rest do not share. */
function elmOfCases(cases: readonly CaseBranch[], otherwise: Expr, elm: (part: Expr) => ElmRule): ElmRule {
  const [first, ...later] = cases
  if (first === undefined) return elm(otherwise)
  const [when, then, rest] = [elm(first.when), elm(first.then), elmOfCases(later, otherwise, elm)]
  const bothAre = (question: string) => elmAll([elmCall(question, then.value), elmCall(question, rest.value)])
  const shared = elmIf(bothAre('IsTrue'), elmTrue, elmIf(bothAre('IsFalse'), elmFalse, elmNull))
  const chosen = (ifMet: ElmNode, ifFailed: ElmNode, ifOpen: ElmNode) =>
    elmIf(elmCall('IsTrue', when.value), ifMet, elmIf(elmCall('IsFalse', when.value), ifFailed, ifOpen))
  const value = chosen(then.value, rest.value, shared)
  const isAny = elmAny([when.isIncomparable, then.isIncomparable, rest.isIncomparable])
  const isIncomparable = chosen(then.isIncomparable, rest.isIncomparable, elmAll([elmCall('IsNull', shared), isAny]))
  return { value, isIncomparable }
}

/** Null while too few are measured or one of them cannot be compared; else whether none fails. */
function elmOfMeasuredAny(min: number, rules: readonly ElmRule[]): ElmRule {
  const flags = rules.map(({ isIncomparable }) => isIncomparable)
  return elmBranch((parts) => {
    const unmeasured = elmCall('Subtract', elmCount('IsNull', parts), elmCount('IsTrue', flags))
    const measured = elmCall('Subtract', elmNumber(parts.length), unmeasured)
    const isEnough = elmCall('GreaterOrEqual', measured, elmNumber(Math.min(min, parts.length)))
    const isFailed = elmCall('Greater', failed(parts), elmNumber(0))
    return elmIf(isEnough, elmIf(isFailed, elmFalse, elmIf(elmAny(flags), elmNull, elmTrue)), elmNull)
  }, rules)
}

function elmOfInCohort(cohort: string, inner: ElmRule, context: ElmContext): ElmRule {
  if (context.cohort === cohort) return inner
  const harmless = context.harmless ? elmTrue : elmFalse
  if (context.cohort !== undefined) return { value: harmless, isIncomparable: elmFalse }
  const isHarmless = elmCall(context.harmless ? 'IsTrue' : 'IsFalse', inner.value)
  return { value: elmIf(isHarmless, harmless, elmNull), isIncomparable: inner.isIncomparable }
}

function failed(parts: readonly ElmNode[]): ElmNode {
  return elmCount('IsFalse', parts)
}
