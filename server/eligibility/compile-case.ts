import { type RawBuilder, sql } from 'kysely'
import { type CompiledRule, missingOf, needsDataOf, nothing, twoValued } from './compiled-rule.ts'

/**
 * `then` where `when` is met and `rest` where it is not. An unknown `when` settles nothing unless both agree; then all
 * three are open. The fence makes the database work each of them out once.
 */
export function compileCase(when: CompiledRule, then: CompiledRule, rest: CompiledRule): CompiledRule {
  const value = sql<
    boolean | null
  >`(select case when asked then chosen when not asked then other when chosen = other then chosen end from (select ${when.value} as asked, ${then.value} as chosen, ${rest.value} as other offset 0) as parts)`
  const missing = sql<
    string[]
  >`(${missingOf(when)} || (case when ${when.isNotFalse} then ${missingOf(then)} else ${nothing} end) || (case when ${when.isNotTrue} then ${missingOf(rest)} else ${nothing} end))`
  const isAny = (question: (rule: CompiledRule) => RawBuilder<boolean>) =>
    sql<boolean>`(${question(when)} or (${when.isNotFalse} and ${question(then)}) or (${when.isNotTrue} and ${question(rest)}))`
  // One of the three is open where the whole is, so where they are of one kind nobody has to be looked at.
  const [kind, ...others] = new Set([when, then, rest].map(({ whenOpen }) => whenOpen.needsData))
  return {
    value,
    ...twoValued(value),
    whenOpen: { missing, needsData: typeof kind === 'boolean' && others.length === 0 ? kind : isAny(needsDataOf) },
    isIncomparable: sql`(${value} is null and ${isAny(({ isIncomparable }) => isIncomparable)})`,
  }
}
