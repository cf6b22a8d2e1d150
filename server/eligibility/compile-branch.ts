import { type RawBuilder, sql } from 'kysely'
import {
  type CompiledRule,
  missingOf,
  needsDataOf,
  nothing,
  ruleOfConstant,
  twoValued,
  type WhenOpen,
} from './compiled-rule.ts'

/** All of the rules ('and'; none at all is met), or one of them ('or'; none at all is notMet). */
export function compileBranch(joint: 'and' | 'or', rules: readonly CompiledRule[]): CompiledRule {
  const [only] = rules
  if (only !== undefined && rules.length === 1) return only
  const opposite = joint === 'and' ? 'or' : 'and'
  const value = joined(
    joint,
    rules.map((rule) => rule.value),
  )
  return {
    value,
    isNotFalse: joined(
      joint,
      rules.map(({ isNotFalse }) => isNotFalse),
    ),
    isNotTrue: joined(
      opposite,
      rules.map(({ isNotTrue }) => isNotTrue),
    ),
    ...openParts(value, rules),
  }
}

export function compileNot(rule: CompiledRule): CompiledRule {
  return { ...rule, value: sql`(not ${rule.value})`, isNotFalse: rule.isNotTrue, isNotTrue: rule.isNotFalse }
}

/** met once `n` are met, notMet once `n` can no longer be reached. */
export function compileAtLeast(n: number, rules: readonly CompiledRule[]): CompiledRule {
  const mayReach = sql<boolean>`(${counted(rules.map(({ isNotFalse }) => isNotFalse))} >= ${n}::integer)`
  const reaches = sql<boolean>`(${counted(rules.map(({ isNotTrue }) => sql`not ${isNotTrue}`))} >= ${n}::integer)`
  const value = sql<boolean | null>`(case when ${reaches} then true when not ${mayReach} then false end)`
  return { value, isNotFalse: mayReach, isNotTrue: sql`(not ${reaches})`, ...openParts(value, rules) }
}

/**
 * Open while fewer than `min` parts are measured, or than there are. Then all that are measured must pass. A part that
 * cannot be compared counts as measured and leaves the answer open; the others that are open are then set aside.
 */
export function compileMeasuredAny(min: number, rules: readonly CompiledRule[]): CompiledRule {
  if (rules.length === 0) return ruleOfConstant(true)
  const values = sql`array[${sql.join(rules.map(({ value }) => value))}]::boolean[]`
  const flags = sql`array[${sql.join(rules.map(({ isIncomparable }) => isIncomparable))}]::boolean[]`
  const measured = sql`(select ${values} as decided, ${flags} as incomparable offset 0) as measured`
  const isEnough = sql`num_nonnulls(variadic measured.decided) + cardinality(array_positions(measured.incomparable, true)) >= ${Math.min(min, rules.length)}::integer`
  const value = sql<
    boolean | null
  >`(select case when not (${isEnough}) then null when false = any(measured.decided) then false when not true = any(measured.incomparable) then true end from ${measured})`
  const needed = rules.map(
    (rule, index) =>
      sql`case when not (${isEnough}) or measured.incomparable[${index + 1}::integer] then ${missingOf(rule)} else ${nothing} end`,
  )
  const parts = openParts(value, rules)
  const missing = sql<string[]>`(select ${sql.join(needed, sql` || `)} from ${measured})`
  return { value, ...twoValued(value), ...parts, whenOpen: { ...parts.whenOpen, missing } }
}

/** While a branch is open, so is every part that is: the parts that are decided add nothing. */
export function openParts(
  value: RawBuilder<boolean | null>,
  rules: readonly CompiledRule[],
): Pick<CompiledRule, 'whenOpen' | 'isIncomparable'> {
  if (rules.length === 0) return { whenOpen: { missing: nothing, needsData: false }, isIncomparable: sql`false` }
  const missing = sql<string[]>`(${sql.join(rules.map(missingOf), sql` || `)})`
  const isIncomparable = rules.map((rule) => rule.isIncomparable)
  return {
    whenOpen: { missing, needsData: anyNeedsData(rules) },
    isIncomparable: sql`(${value} is null and ${joined('or', isIncomparable)})`,
  }
}

/** An open branch has a part that is open, so where all parts are of one kind nobody has to be looked at. */
function anyNeedsData(rules: readonly CompiledRule[]): WhenOpen['needsData'] {
  if (rules.every(({ whenOpen }) => whenOpen.needsData === true)) return true
  const some = rules.filter(({ whenOpen }) => whenOpen.needsData !== false)
  return some.length === 0 ? false : joined('or', some.map(needsDataOf))
}

function joined<Value>(joint: 'and' | 'or', parts: readonly RawBuilder<Value>[]): RawBuilder<Value> {
  if (parts.length === 0) return joint === 'and' ? sql`true` : sql`false`
  return sql`(${sql.join(parts, joint === 'and' ? sql` and ` : sql` or `)})`
}

function counted(claims: readonly RawBuilder<unknown>[]): RawBuilder<number> {
  return sql.join([sql`0`, ...claims.map((claim) => sql`(${claim})::integer`)], sql` + `)
}
