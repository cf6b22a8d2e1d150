import type { Branch, Expr } from './criterion.ts'
import type { Leaf } from './leaf.ts'
import { leafText } from './leaf-text.ts'
import { negatedLeafText } from './negated-leaf-text.ts'
import { otherThanText } from './other-than-text.ts'
import { positiveForm } from './positive-form.ts'
import { listed } from './word-list.ts'

/**
 * A rule in words, to be read beside the protocol's own text. Example: "platelets at least 100 ×10⁹/L within 28 days".
 * Brackets keep the parts of nested rules apart, and no "not" stands before a bracket or before another one.
 */
export function ruleText(rule: Expr): string {
  const { expr, isNegated } = positiveForm(rule)
  if (isLeaf(expr)) return isNegated ? negatedLeafText(expr) : leafText(expr)
  return isNegated ? negatedBranch(expr) : branchText(expr)
}

function branchText(expr: Branch): string {
  switch (expr.op) {
    case 'all':
      return joined(expr.of, 'and')
    case 'any':
      return joined(expr.of, 'or')
    case 'not':
      return ruleText(expr)
    case 'atLeast':
      return `at least ${expr.n} of: ${expr.of.map(part).join('; ')}`
    case 'unless': {
      const [rule, exception] = [part(expr.rule), part(expr.exception)]
      const hasNegation = [rule, exception].some((text) => /^\(?(?:no|not) /u.test(text))
      return hasNegation ? `${rule}; or ${exception}` : `${rule}, unless ${exception}`
    }
    case 'exceptWhen':
      return `${part(expr.rule)}, ${otherThanText(expr.rule, expr.exception) ?? `except when ${part(expr.exception)}`}`
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
  }
}

/** What cannot be turned round part by part. */
function negatedBranch(expr: Branch): string {
  return expr.op === 'atLeast'
    ? `fewer than ${expr.n} of: ${expr.of.map(part).join('; ')}`
    : `this does not hold: ${branchText(expr)}`
}

/**
 * Parts that hold an "and" or "or" of their own are set apart, so that nobody reads it as belonging to the whole. A window
 * that all parts share is said once.
 */
function joined(parts: readonly Expr[], word: 'and' | 'or'): string {
  const texts = parts.map(part)
  const isSimple = texts.every((text) => !/ (?:and|or) |[,;]/u.test(text))
  if (!isSimple) return texts.join(`; ${word} `)
  const [window, ...others] = new Set(texts.map((text) => /(?: within \d+ [^,;]*)?$/u.exec(text)?.[0] ?? ''))
  if (texts.length < 2 || window === undefined || window === '' || others.length > 0) return listed(texts, word)
  const bare = texts.map((text) => text.slice(0, -window.length))
  return `${listed(bare, word)}, each${window}`
}

/** A rule of several parts inside another stands in brackets. */
function part(expr: Expr): string {
  return isLeaf(positiveForm(expr).expr) || 'expr' in expr ? ruleText(expr) : `(${ruleText(expr)})`
}

function isLeaf(expr: Expr): expr is Leaf {
  return !('of' in expr || 'rule' in expr || 'if' in expr || 'cases' in expr || 'assign' in expr || 'expr' in expr)
}
