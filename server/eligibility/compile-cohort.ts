import { sql } from 'kysely'
import { type CompiledRule, needsDataOf, ruleOfConstant, twoValued } from './compiled-rule.ts'

/** Where criteria are read from: today, the cohort under consideration, and what cannot stop anybody at this place. */
export interface CompileScope {
  readonly asOf: string
  readonly cohort: string | null
  /** The value that a rule of another cohort takes: true, or below an odd number of negations false. */
  readonly harmless: boolean
}

/** A rule that is asked in one cohort only. Without a cohort it counts where it cannot stop anybody. */
export function compileInCohort(cohort: string, inner: CompiledRule, scope: CompileScope): CompiledRule {
  if (scope.cohort === cohort) return inner
  if (scope.cohort !== null) return ruleOfConstant(scope.harmless)
  const isHarmless = scope.harmless ? sql`${inner.value} is true` : sql`${inner.value} is false`
  const harmless = scope.harmless ? sql`true` : sql`false`
  const value = sql<boolean | null>`(case when ${isHarmless} then ${harmless} end)`
  return {
    value,
    ...twoValued(value),
    // It is also open where the inner rule would stop, if only the patient were in that cohort.
    whenOpen: {
      missing: sql`(case when ${inner.value} is null then ${inner.whenOpen.missing} else array[${`cohort:${cohort}`}::text] end)`,
      needsData: inner.whenOpen.needsData === false ? false : needsDataOf(inner),
    },
    isIncomparable: inner.isIncomparable,
  }
}
