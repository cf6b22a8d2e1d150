import { sql } from 'kysely'
import { type CompiledRule, nothing, twoValued } from './compiled-rule.ts'

/**
 * `then` where `when` is met and `rest` where it is not. An unknown `when` settles nothing unless both agree; then all
 * three are open. The fence makes the database work each of them out once.
 */
export function compileCase(when: CompiledRule, then: CompiledRule, rest: CompiledRule): CompiledRule {
  const value = sql<
    boolean | null
  >`(select case when asked then chosen when not asked then other when chosen = other then chosen end from (select ${when.value} as asked, ${then.value} as chosen, ${rest.value} as other offset 0) as parts)`
  const missing = sql`${when.missing} || (case when ${when.isNotFalse} then ${then.missing} else ${nothing} end) || (case when ${when.isNotTrue} then ${rest.missing} else ${nothing} end)`
  const isAnyOpen = (question: 'needsData' | 'isIncomparable') =>
    sql<boolean>`(${value} is null and (${when[question]} or (${when.isNotFalse} and ${then[question]}) or (${when.isNotTrue} and ${rest[question]})))`
  return {
    value,
    ...twoValued(value),
    missing: sql`(case when ${value} is null then ${missing} else ${nothing} end)`,
    needsData: isAnyOpen('needsData'),
    isIncomparable: isAnyOpen('isIncomparable'),
  }
}
