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
  readonly whenOpen: WhenOpen
  /** True where the rule is open and something that was measured, and is current, cannot be compared. Never null. */
  readonly isIncomparable: RawBuilder<boolean>
}

/** What holds where the value of a rule is null, and says nothing where it is not: whoever asks knows the value already. */
export interface WhenOpen {
  /** Keys of the items that would settle it, some perhaps twice. */
  readonly missing: RawBuilder<string[]>
  /** True where something could be found out, false where only a person can answer: for everybody, or by patient. */
  readonly needsData: boolean | RawBuilder<boolean>
}

/** Keys of what would settle a rule; empty where it is decided. */
export function missingOf({ value, whenOpen: { missing } }: CompiledRule): RawBuilder<string[]> {
  return missing === nothing ? nothing : sql`(case when ${value} is null then ${missing} else ${nothing} end)`
}

/** True where a rule is open and something could be found out. Never null. */
export function needsDataOf({ value, whenOpen: { needsData } }: CompiledRule): RawBuilder<boolean> {
  if (needsData === false) return sql`false`
  return needsData === true ? sql`(${value} is null)` : sql`(${value} is null and ${needsData})`
}

export const nothing = sql<string[]>`array[]::text[]`

/** Text that nobody has written a rule for: open for everybody, and no finding would settle it. */
export const toRead: CompiledRule = {
  value: sql`null::boolean`,
  isNotFalse: sql`true`,
  isNotTrue: sql`true`,
  whenOpen: { missing: nothing, needsData: false },
  isIncomparable: sql`false`,
}

/** A rule from its value alone, null wherever the item is needed: where `isMeasured`, because it cannot be compared. */
export function ruleOfValue(
  expression: RawBuilder<unknown>,
  item: string,
  isMeasured: RawBuilder<unknown> = sql`false`,
): CompiledRule {
  const value = sql<boolean | null>`(${expression})`
  return {
    ...twoValued(value),
    value,
    whenOpen: itemNeeded(item),
    isIncomparable: sql`(${value} is null and (${isMeasured}) is true)`,
  }
}

/** A rule whose value is null exactly where the column is: written so that an index on the column can be used. */
export function ruleOnColumn(column: RawBuilder<unknown>, test: RawBuilder<unknown>, item: string): CompiledRule {
  return {
    value: sql`(${test})`,
    isNotFalse: sql`((${test}) or ${column} is null)`,
    isNotTrue: sql`(not (${test}) or ${column} is null)`,
    whenOpen: itemNeeded(item),
    isIncomparable: sql`false`,
  }
}

/** The same for everybody. */
export function ruleOfConstant(claim: boolean): CompiledRule {
  const value = claim ? sql<boolean>`true` : sql<boolean>`false`
  return { ...toRead, ...twoValued(value), value }
}

/** A rule from a claim that is null until somebody has decided it. */
export function ruleOfDecision(claim: RawBuilder<unknown>, item: string): CompiledRule {
  const rule = ruleOfValue(claim, item)
  return { ...rule, whenOpen: { ...rule.whenOpen, needsData: false } }
}

/** Open for everybody: only a person can answer. */
export function ruleForPerson(item: string): CompiledRule {
  return { ...toRead, whenOpen: { ...itemNeeded(item), needsData: false } }
}

export function twoValued(value: RawBuilder<boolean | null>): Pick<CompiledRule, 'isNotFalse' | 'isNotTrue'> {
  return { isNotFalse: sql`(${value} is not false)`, isNotTrue: sql`(${value} is not true)` }
}

function itemNeeded(item: string): WhenOpen {
  return { missing: sql`array[${item}::text]`, needsData: true }
}
