import { type RawBuilder, sql } from 'kysely'
import type { CompiledRule } from './compiled-rule.ts'

/** What SQL says of one question: `met`, `notMet`, or else the key of the item that would settle it. Never null. */
export type Answer = RawBuilder<string>

export const met: Answer = sql`${'met'}::text`
export const notMet: Answer = sql`${'notMet'}::text`

export function open(key: string): Answer {
  return sql`${key}::text`
}

/** The first step that applies, else the last answer. A step whose condition is null does not apply. */
export function firstOf(
  steps: readonly (readonly [condition: RawBuilder<unknown>, answer: Answer])[],
  otherwise: Answer,
): Answer {
  if (steps.length === 0) return otherwise
  const whens = steps.map(([condition, answer]) => sql`when ${condition} then ${answer}`)
  return sql`(case ${sql.join(whens, sql` `)} else ${otherwise} end)`
}

/** Met or notMet by a claim that is worked out once; `whenFalse` may say that a no is not known. Last, where it is null. */
export function answerOf(claim: RawBuilder<unknown>, otherwise: Answer, whenFalse: Answer = notMet): Answer {
  return sql`(case (${claim}) when true then ${met} when false then ${whenFalse} else ${otherwise} end)`
}

/**
 * A rule from its answer. The items `forPerson` can only be settled by somebody's judgement. `measured` tells by item
 * whether it was measured, so that an answer of that item means that it cannot be compared.
 */
export function ruleOfAnswer(
  answer: Answer,
  forPerson: readonly string[] = [],
  measured: readonly (readonly [item: string, isMeasured: RawBuilder<unknown>])[] = [],
): CompiledRule {
  const needsData = forPerson.length === 0 ? true : sql<boolean>`(${answer} <> all(${[...forPerson]}::text[]))`
  return {
    value: sql`(case ${answer} when ${met} then true when ${notMet} then false end)`,
    isNotFalse: sql`(${answer} <> ${notMet})`,
    isNotTrue: sql`(${answer} <> ${met})`,
    whenOpen: { missing: sql`array[${answer}]`, needsData },
    isIncomparable: isOneOf(answer, measured),
  }
}

function isOneOf(
  answer: Answer,
  items: readonly (readonly [item: string, condition: RawBuilder<unknown>])[],
): RawBuilder<boolean> {
  if (items.length === 0) return sql`false`
  const whens = items.map(([item, condition]) => sql`when ${open(item)} then (${condition}) is true`)
  return sql`(case ${answer} ${sql.join(whens, sql` `)} else false end)`
}
