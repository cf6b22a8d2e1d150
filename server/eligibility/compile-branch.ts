import { type RawBuilder, sql } from 'kysely'
import type { CompiledRule } from './compiled-rule.ts'

/** All of the rules ('and'; none at all is met), or one of them ('or'; none at all is notMet). */
export function compileBranch(joint: 'and' | 'or', rules: readonly CompiledRule[]): CompiledRule {
  const opposite = joint === 'and' ? 'or' : 'and'
  return {
    value: joined(
      joint,
      rules.map(({ value }) => value),
    ),
    isNotFalse: joined(
      joint,
      rules.map(({ isNotFalse }) => isNotFalse),
    ),
    isNotTrue: joined(
      opposite,
      rules.map(({ isNotTrue }) => isNotTrue),
    ),
    isComputed: areComputed(rules),
  }
}

export function compileNot({ value, isNotFalse, isNotTrue, isComputed }: CompiledRule): CompiledRule {
  return { value: sql`(not ${value})`, isNotFalse: isNotTrue, isNotTrue: isNotFalse, isComputed }
}

/** met once `n` are met, notMet once `n` can no longer be reached. */
export function compileAtLeast(n: number, rules: readonly CompiledRule[]): CompiledRule {
  const mayReach = sql<boolean>`(${counted(rules.map(({ isNotFalse }) => isNotFalse))} >= ${n}::integer)`
  const reaches = sql<boolean>`(${counted(rules.map(({ isNotTrue }) => sql`not ${isNotTrue}`))} >= ${n}::integer)`
  return {
    value: sql`(case when ${reaches} then true when not ${mayReach} then false end)`,
    isNotFalse: mayReach,
    isNotTrue: sql`(not ${reaches})`,
    isComputed: areComputed(rules),
  }
}

function joined<Value>(joint: 'and' | 'or', parts: readonly RawBuilder<Value>[]): RawBuilder<Value> {
  if (parts.length === 0) return joint === 'and' ? sql`true` : sql`false`
  return sql`(${sql.join(parts, joint === 'and' ? sql` and ` : sql` or `)})`
}

function counted(claims: readonly RawBuilder<unknown>[]): RawBuilder<number> {
  return sql.join([sql`0`, ...claims.map((claim) => sql`(${claim})::integer`)], sql` + `)
}

function areComputed(rules: readonly CompiledRule[]): boolean {
  return rules.every(({ isComputed }) => isComputed)
}
