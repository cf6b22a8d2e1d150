import { type RawBuilder, sql } from 'kysely'
import { type CompiledRule, nothing, twoValued } from './compiled-rule.ts'

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
 * Any measured part that fails decides; parts not measured are left aside once `min` parts were measured. Where there are
 * fewer parts than that, all of them together decide.
 */
export function compileMeasuredAny(min: number, rules: readonly CompiledRule[]): CompiledRule {
  const values = sql`array[${sql.join(rules.map(({ value }) => value))}]::boolean[]`
  const isEnough = sql`num_nonnulls(variadic parts) >= ${min}::integer or num_nulls(variadic parts) = 0`
  const value = sql<
    boolean | null
  >`(select case when false = any(parts) then false when ${isEnough} then true end from (select ${values} as parts offset 0) as measured)`
  return { value, ...twoValued(value), ...openParts(value, rules) }
}

/** While a branch is open, so is every part that is: the parts that are decided add nothing. */
export function openParts(
  value: RawBuilder<boolean | null>,
  rules: readonly CompiledRule[],
): Pick<CompiledRule, 'missing' | 'needsData'> {
  if (rules.length === 0) return { missing: nothing, needsData: sql`false` }
  const missing = sql.join(
    rules.map((rule) => rule.missing),
    sql` || `,
  )
  const needsData = rules.map((rule) => rule.needsData)
  return {
    missing: sql`(case when ${value} is null then ${missing} else ${nothing} end)`,
    needsData: sql`(${value} is null and ${joined('or', needsData)})`,
  }
}

function joined<Value>(joint: 'and' | 'or', parts: readonly RawBuilder<Value>[]): RawBuilder<Value> {
  if (parts.length === 0) return joint === 'and' ? sql`true` : sql`false`
  return sql`(${sql.join(parts, joint === 'and' ? sql` and ` : sql` or `)})`
}

function counted(claims: readonly RawBuilder<unknown>[]): RawBuilder<number> {
  return sql.join([sql`0`, ...claims.map((claim) => sql`(${claim})::integer`)], sql` + `)
}
