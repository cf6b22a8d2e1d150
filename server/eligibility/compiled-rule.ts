import { type RawBuilder, sql } from 'kysely'

/**
 * One rule as SQL over the table `patient_facts`. Every value is a bound parameter. `isNotFalse` keeps everybody whom
 * the rule does not surely fail, and `isNotTrue` everybody who does not surely pass it; neither is ever null, so both
 * can stand in a WHERE.
 */
export interface CompiledRule {
  /** True for met, false for notMet, null for unknown. */
  readonly value: RawBuilder<boolean | null>
  readonly isNotFalse: RawBuilder<boolean>
  readonly isNotTrue: RawBuilder<boolean>
  /** False where some part is beyond SQL. That part is unknown here, and the evaluator of criteria must decide. */
  readonly isComputed: boolean
}

/** What SQL cannot work out: unknown for everybody, so that nobody is dropped and nothing is guessed. */
export const notComputed: CompiledRule = {
  value: sql`null::boolean`,
  isNotFalse: sql`true`,
  isNotTrue: sql`true`,
  isComputed: false,
}

/** A rule from its value alone. The brackets keep an operator outside from binding to a part of it. */
export function ruleOfValue(expression: RawBuilder<unknown>): CompiledRule {
  const value = sql<boolean | null>`(${expression})`
  return { value, isNotFalse: sql`(${value} is not false)`, isNotTrue: sql`(${value} is not true)`, isComputed: true }
}

/** A rule whose value is null exactly where the column is: written so that an index on the column can be used. */
export function ruleOnColumn(column: RawBuilder<unknown>, test: RawBuilder<unknown>): CompiledRule {
  return {
    value: sql`(${test})`,
    isNotFalse: sql`((${test}) or ${column} is null)`,
    isNotTrue: sql`(not (${test}) or ${column} is null)`,
    isComputed: true,
  }
}
