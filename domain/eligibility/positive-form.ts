import type { Expr } from './criterion.ts'

/** A rule in which "not" stands, if anywhere, before a single question. */
export interface ReadableRule {
  readonly expr: Expr
  readonly isNegated: boolean
}

/**
 * The rule without a "not" before several parts or before another "not": "not (not A and not B)" is "A or B", and "not (not A,
 * unless B)" is "A, except when B". It means the same also where an answer is not known (De Morgan, in Kleene's logic).
 */
export function positiveForm(expr: Expr, isNegated = false): ReadableRule {
  const turned = (part: Expr) => exprOf(positiveForm(part, isNegated))
  const kept = (part: Expr) => exprOf(positiveForm(part))
  switch (expr.op) {
    case 'not':
      return positiveForm(expr.of, !isNegated)
    case 'all':
      return { expr: { op: isNegated ? 'any' : 'all', of: expr.of.map(turned) }, isNegated: false }
    case 'any':
      return { expr: { op: isNegated ? 'all' : 'any', of: expr.of.map(turned) }, isNegated: false }
    case 'unless':
      return isNegated ? ruleButNot(turned(expr.rule), expr.exception) : ruleOr(turned(expr.rule), expr.exception)
    case 'exceptWhen':
      return isNegated ? ruleOr(turned(expr.rule), expr.exception) : ruleButNot(turned(expr.rule), expr.exception)
    case 'ifThen':
      return isNegated
        ? { expr: { op: 'all', of: [kept(expr.if), turned(expr.then)] }, isNegated: false }
        : { expr: { op: 'ifThen', if: kept(expr.if), then: kept(expr.then) }, isNegated: false }
    case 'caseWhen': {
      const cases = expr.cases.map(({ when, then }) => ({ when: kept(when), then: turned(then) }))
      return { expr: { op: 'caseWhen', cases, else: turned(expr.else) }, isNegated: false }
    }
    default:
      return { expr, isNegated }
  }
}

function ruleOr(rule: Expr, exception: Expr): ReadableRule {
  return { expr: { op: 'unless', rule, exception: exprOf(positiveForm(exception)) }, isNegated: false }
}

/** Except where something does not hold: where it does. */
function ruleButNot(rule: Expr, exception: Expr): ReadableRule {
  const { expr, isNegated } = positiveForm(exception)
  const readable: Expr = isNegated ? { op: 'all', of: [rule, expr] } : { op: 'exceptWhen', rule, exception: expr }
  return { expr: readable, isNegated: false }
}

function exprOf({ expr, isNegated }: ReadableRule): Expr {
  return isNegated ? { op: 'not', of: expr } : expr
}
