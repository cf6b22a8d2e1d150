import { type RawBuilder, sql } from 'kysely'

/**
 * One rule as SQL over the table `patient_facts`. Every value is a bound parameter, and every part stands in brackets.
 * `isNotFalse` keeps everybody whom the rule does not surely fail, and `isNotTrue` everybody who does not surely pass it;
 * neither is ever null, so both can stand in a WHERE.
 */
export interface CompiledRule {
  /** True for met, false for notMet, null for unknown. */
  readonly value: RawBuilder<boolean | null>
  readonly isNotFalse: RawBuilder<boolean>
  readonly isNotTrue: RawBuilder<boolean>
  /** Keys of the items that would settle it, some perhaps twice. Empty where the rule is decided. */
  readonly missing: RawBuilder<string[]>
  /** True where the rule is open and something could be found out; false where only a person can answer. Never null. */
  readonly needsData: RawBuilder<boolean>
  /** True where the rule is open and something that was measured, and is current, cannot be compared. Never null. */
  readonly isIncomparable: RawBuilder<boolean>
}

export const nothing = sql<string[]>`array[]::text[]`

/** Text that nobody has written a rule for: open for everybody, and no finding would settle it. */
export const toRead: CompiledRule = {
  value: sql`null::boolean`,
  isNotFalse: sql`true`,
  isNotTrue: sql`true`,
  missing: nothing,
  needsData: sql`false`,
  isIncomparable: sql`false`,
}

/** A rule from its value alone, null wherever the item is needed: where `isMeasured`, because it cannot be compared. */
export function ruleOfValue(
  expression: RawBuilder<unknown>,
  item: string,
  isMeasured: RawBuilder<unknown> = sql`false`,
): CompiledRule {
  const value = sql<boolean | null>`(${expression})`
  const isOpen = sql<boolean>`(${value} is null)`
  return {
    ...twoValued(value),
    value,
    missing: itemWhere(isOpen, item),
    needsData: isOpen,
    isIncomparable: sql`(${isOpen} and (${isMeasured}) is true)`,
  }
}

/** A rule whose value is null exactly where the column is: written so that an index on the column can be used. */
export function ruleOnColumn(column: RawBuilder<unknown>, test: RawBuilder<unknown>, item: string): CompiledRule {
  const isOpen = sql<boolean>`(${column} is null)`
  return {
    value: sql`(${test})`,
    isNotFalse: sql`((${test}) or ${column} is null)`,
    isNotTrue: sql`(not (${test}) or ${column} is null)`,
    missing: itemWhere(isOpen, item),
    needsData: isOpen,
    isIncomparable: sql`false`,
  }
}

/** The same for everybody. */
export function ruleOfConstant(claim: boolean): CompiledRule {
  const value = claim ? sql<boolean>`true` : sql<boolean>`false`
  return { ...toRead, ...twoValued(value), value }
}

/** Open for everybody: only a person can answer. */
export function ruleForPerson(item: string): CompiledRule {
  return { ...toRead, missing: sql`array[${item}::text]` }
}

export function twoValued(value: RawBuilder<boolean | null>): Pick<CompiledRule, 'isNotFalse' | 'isNotTrue'> {
  return { isNotFalse: sql`(${value} is not false)`, isNotTrue: sql`(${value} is not true)` }
}

function itemWhere(isOpen: RawBuilder<boolean>, item: string): RawBuilder<string[]> {
  return sql`(case when ${isOpen} then array[${item}::text] else ${nothing} end)`
}
