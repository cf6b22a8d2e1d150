import { type RawBuilder, sql } from 'kysely'
import type { Criterion } from '#domain/eligibility/criterion.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { compileNot } from './compile-branch.ts'
import { compileExpr } from './compile-expr.ts'
import { type CompiledRule, nothing, toRead } from './compiled-rule.ts'

export interface CompileContext {
  /** Today in Europe/London: windows count back from it. */
  readonly asOf: CalendarDate
  /** The cohort under consideration, where there is one. */
  readonly cohort?: string
}

/**
 * The outcome of one criterion as SQL over `patient_facts`, the same that `evaluateCriterion` gives: "met" means that it
 * does not stop the patient, so an exclusion is turned round. Text without a rule is unknown.
 */
export function compileCriterion(
  { kind, expr }: Pick<Criterion, 'kind' | 'expr'>,
  { asOf, cohort }: CompileContext,
): CompiledRule {
  if (expr === null) return toRead
  const isExclusion = kind === 'exclusion'
  const rule = compileExpr(expr, { asOf, cohort: cohort ?? null, harmless: !isExclusion })
  return isExclusion ? compileNot(rule) : rule
}

/** Each key once, in the order of their code units. */
export function distinctKeys(keys: RawBuilder<string[]>): RawBuilder<string[]> {
  return sql`(select coalesce(array_agg(distinct item collate "C" order by item collate "C"), ${nothing}) from unnest(${keys}) as each_open (item))`
}
