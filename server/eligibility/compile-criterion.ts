import type { Criterion, Expr } from '#domain/eligibility/criterion.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { compileNot } from './compile-branch.ts'
import { compileExpr } from './compile-expr.ts'
import { type CompiledRule, notComputed } from './compiled-rule.ts'

export interface CompileContext {
  /** Today in Europe/London: windows count back from it. */
  readonly asOf: CalendarDate
}

/**
 * The outcome of one criterion as SQL over `patient_facts`, the same that `evaluateCriterion` gives: "met" means that it
 * does not stop the patient, so an exclusion is turned round. Text without a rule is unknown.
 */
export function compileCriterion(
  { kind, expr }: Pick<Criterion, 'kind' | 'expr'>,
  { asOf }: CompileContext,
): CompiledRule {
  const rule = expr === null ? notComputed : compileExpr(expr, asOf)
  return kind === 'exclusion' ? compileNot(rule) : rule
}

/** Whether SQL alone answers the expression; the day makes no difference to that. */
export function isComputedInSql(expr: Expr): boolean {
  return compileExpr(expr, '2000-01-01').isComputed
}
