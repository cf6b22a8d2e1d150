import type { Expr } from './criterion.ts'
import { leafText } from './leaf-text.ts'

/**
 * A rule in words, to be read beside the protocol's own text. Example: "platelets at least 100 ×10⁹/L within 28 days".
 * Brackets keep the parts of nested rules apart.
 */
export function ruleText(expr: Expr): string {
  switch (expr.op) {
    case 'all':
      return joined(expr.of, 'and')
    case 'any':
      return joined(expr.of, 'or')
    case 'not':
      return `not ${part(expr.of)}`
    case 'atLeast':
      return `at least ${expr.n} of: ${expr.of.map(part).join('; ')}`
    case 'unless':
      return `${part(expr.rule)}, unless ${part(expr.exception)}`
    case 'exceptWhen':
      return `${part(expr.rule)}, except when ${part(expr.exception)}`
    case 'ifThen':
      return `if ${part(expr.if)}, then ${part(expr.then)}`
    case 'caseWhen': {
      const cases = expr.cases.map(({ when, then }) => `${part(then)} if ${part(when)}`)
      return `${cases.join('; ')}; otherwise ${part(expr.else)}`
    }
    case 'measuredAny':
      return `at least ${expr.min} measured, and all that are measured: ${expr.of.map(part).join('; ')}`
    case 'cohort':
      return expr.assign.map(({ cohort, when }) => `cohort ${cohort}: ${part(when)}`).join('; ')
    case 'inCohort':
      return `in cohort ${expr.cohort} only: ${part(expr.expr)}`
    default:
      return leafText(expr)
  }
}

/** Parts that hold an "and" or "or" of their own are set apart, so that nobody reads it as belonging to the whole. */
function joined(parts: readonly Expr[], word: 'and' | 'or'): string {
  const texts = parts.map(part)
  const isSimple = texts.every((text) => !/ (?:and|or) |[,;]/u.test(text))
  return texts.join(isSimple ? ` ${word} ` : `; ${word} `)
}

/** A rule of several parts inside another stands in brackets. */
function part(expr: Expr): string {
  const isSimple =
    !('of' in expr || 'rule' in expr || 'if' in expr || 'cases' in expr || 'assign' in expr) || expr.op === 'not'
  return isSimple ? ruleText(expr) : `(${ruleText(expr)})`
}
