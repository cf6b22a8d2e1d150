import { type RawBuilder, sql } from 'kysely'
import { partsOf } from '#domain/eligibility/cohorts-of.ts'
import type { Criterion, Expr } from '#domain/eligibility/criterion.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { isTooEarly } from './compile-interval.ts'

/**
 * Whether time alone will mend a failed criterion: for a limit of time that tells "not yet" from "too late". Null where
 * SQL cannot say, which is the one thing that it leaves to the evaluator: the day on which a washout, a condition or a
 * rule made of several such parts ends depends on which part decided.
 */
export function compileMending(
  { kind, expr }: Pick<Criterion, 'kind' | 'expr'>,
  asOf: CalendarDate,
): RawBuilder<boolean> | null {
  return expr === null ? sql`false` : mendingOf(expr, kind === 'exclusion' ? 'met' : 'notMet', asOf)
}

function mendingOf(expr: Expr, failing: 'met' | 'notMet', asOf: CalendarDate): RawBuilder<boolean> | null {
  if (expr.op === 'not') return mendingOf(expr.of, failing === 'met' ? 'notMet' : 'met', asOf)
  if (expr.op === 'interval') {
    return failing === 'notMet' ? isTooEarly(expr, asOf) : expr.maxDays === undefined ? sql`false` : sql`true`
  }
  return mayEnd(expr) ? null : sql`false`
}

/** Time ends nothing but what lies in a window. */
function mayEnd(expr: Expr): boolean {
  switch (expr.op) {
    case 'interval':
      return true
    case 'therapy':
      return expr.withinDays !== undefined || expr.orHalfLives !== undefined
    case 'condition':
    case 'diseaseStatus':
    case 'progression':
    case 'medication':
    case 'surgery':
    case 'toxicity':
      return expr.withinDays !== undefined
    default:
      return partsOf(expr).some(mayEnd)
  }
}
