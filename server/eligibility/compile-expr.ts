import type { Expr } from '#domain/eligibility/criterion.ts'
import { exceptionOfRule } from '#domain/eligibility/exception-of-rule.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { compileAtLeast, compileBranch, compileNot } from './compile-branch.ts'
import { compileLeaf } from './compile-leaf.ts'
import { type CompiledRule, notComputed } from './compiled-rule.ts'

/** An expression of the criteria language as SQL. A part that cannot be compiled is unknown, and the rest still counts. */
export function compileExpr(expr: Expr, asOf: CalendarDate): CompiledRule {
  const compile = (part: Expr) => compileExpr(part, asOf)
  switch (expr.op) {
    case 'all':
      return compileBranch('and', expr.of.map(compile))
    case 'any':
      return compileBranch('or', expr.of.map(compile))
    case 'atLeast':
      return compileAtLeast(expr.n, expr.of.map(compile))
    case 'not':
      return compileNot(compile(expr.of))
    case 'unless':
      return compileBranch('or', [compile(expr.rule), compile(expr.exception)])
    case 'exceptWhen': {
      const exception = compile(exceptionOfRule(expr.rule, expr.exception))
      return compileBranch('and', [compile(expr.rule), compileNot(exception)])
    }
    case 'ifThen':
      return compileBranch('or', [compileNot(compile(expr.if)), compile(expr.then)])
    case 'caseWhen':
    case 'measuredAny':
    case 'cohort':
    case 'inCohort':
      return notComputed
    default:
      return compileLeaf(expr, asOf) ?? notComputed
  }
}
